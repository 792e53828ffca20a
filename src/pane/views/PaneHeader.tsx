import * as React from 'react';
import { DefaultButton, IconButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { hasSections, selectScreen } from '../state/selectors';
import { HISTORY_STRINGS } from '../normalizing-strings';
import { STRINGS } from '../strings';
import { HistoryIcon, SettingsIcon } from './icons';
import type { PaneViewProps } from './PaneView';
import { SectionTabs } from './SectionTabs';
import { SettingsFlyout } from './SettingsFlyout';
import { StatusLine } from './StatusLine';

/** Always in the same place: the one primary button, and the settings. */
export function PaneHeader({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const settingsButton = React.useRef<HTMLDivElement>(null);
  const primaryButton = React.useRef<HTMLDivElement>(null);
  const isChecking = state.activity.kind === 'checking';
  // A quiet repetition after an edit finishes in a moment and needs no button that flickers.
  const isLoud = state.activity.kind === 'checking' && !(state.activity.isAutomatic && state.result !== null);
  useFocusReturn(primaryButton, isLoud);
  return (
    <header className="pane-header">
      <h1 className="visually-hidden">{STRINGS.productName}</h1>
      <div className="pane-commands">
        <div ref={primaryButton}>
          <PrimaryButton
            text={isLoud ? STRINGS.checking : state.result === null ? STRINGS.check : STRINGS.checkAgain}
            disabled={isLoud}
            allowDisabledFocus
            onClick={() => {
              // Codes and repairs say nothing of what a check finds.
              if (state.section === 'codes' || state.section === 'repairs' || state.isHistoryOpen) {
                void effects.chooseSection('findings');
              }
              void effects.check();
            }}
          />
        </div>
        {isLoud && <DefaultButton className="cancel-button" text={STRINGS.cancel} onClick={effects.cancel} />}
        <div className="pane-commands-end">
          <IconButton
            ariaLabel={HISTORY_STRINGS.heading}
            title={HISTORY_STRINGS.heading}
            aria-expanded={state.isHistoryOpen}
            onClick={() => void effects.showHistory(!state.isHistoryOpen)}
          >
            <HistoryIcon />
          </IconButton>
          <div ref={settingsButton}>
            <IconButton
              ariaLabel={STRINGS.settings}
              title={STRINGS.settings}
              aria-expanded={state.areSettingsOpen}
              onClick={() => dispatch({ type: 'settingsToggled', isOpen: !state.areSettingsOpen })}
            >
              <SettingsIcon />
            </IconButton>
          </div>
        </div>
      </div>
      {selectScreen(state) !== 'start' && selectScreen(state) !== 'busy' && (
        <StatusLine
          state={state}
          isQuietlyChecking={isChecking && !isLoud}
          onChangeProfile={() => dispatch({ type: 'settingsToggled', isOpen: true })}
        />
      )}
      {hasSections(state) && (
        <SectionTabs
          section={state.section}
          hasPanel={!state.isHistoryOpen}
          onChoose={(section) => void effects.chooseSection(section)}
        />
      )}
      {state.areSettingsOpen && (
        <SettingsFlyout
          target={settingsButton}
          state={state}
          effects={effects}
          onChange={(change) => void effects.changePreferences(change)}
          onClose={() => dispatch({ type: 'settingsToggled', isOpen: false })}
        />
      )}
    </header>
  );
}

/** When the cancel button goes away, the keyboard must not be lost with it. */
function useFocusReturn(container: React.RefObject<HTMLElement>, isBusy: boolean): void {
  const wasBusy = React.useRef(isBusy);
  React.useEffect(() => {
    const isOver = wasBusy.current && !isBusy;
    wasBusy.current = isBusy;
    if (!isOver || container.current === null || document.activeElement !== document.body) return;
    const button = container.current.querySelector('button');
    if (button) button.focus();
  }, [container, isBusy]);
}
