import * as React from 'react';
import { selectCatalogue } from '../../state/codes/codes-selectors';
import type { PaneState } from '../../state/pane-state';
import { CODE_STRINGS } from '../../code-strings';
import { STRINGS } from '../../strings';
import { FailureView } from '../FailureView';
import type { PaneViewProps } from '../PaneView';
import { CatalogueBar } from './CatalogueBar';
import { CataloguesPage } from './CataloguesPage';
import { CodingList } from './CodingList';
import { CodingTools } from './CodingTools';
import { ImportPage } from './ImportPage';
import { ProgressView } from '../ProgressView';
import { WarningIcon } from '../icons';

/** Codes for the indicators of the workbook, and the catalogues they are taken from. */
export function CodesView(props: PaneViewProps): React.ReactElement {
  switch (props.state.codes.page) {
    case 'rows':
      return <RowsPage {...props} />;
    case 'catalogues':
      return <CataloguesPage {...props} />;
    case 'import':
      return <ImportPage {...props} />;
  }
}

function RowsPage(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { plan, activity } = state.codes;
  const failure =
    activity.kind === 'failed' ? (
      <FailureView
        failure={activity.failure}
        heading={CODE_STRINGS.failedHeading}
        onRetry={() => void effects.proposeCodes()}
      />
    ) : null;
  return (
    <div className="codes">
      <h2 className="visually-hidden">{CODE_STRINGS.heading}</h2>
      {failure}
      <CatalogueBar
        state={state}
        catalogue={selectCatalogue(state)}
        freshness={freshnessOf(state)}
        onChoose={(id) => void effects.chooseCatalogue(id)}
        onManage={() => void effects.manageCatalogues()}
      />
      {plan === null ? (
        activity.kind === 'reading' && (
          <ProgressView label={CODE_STRINGS.reading} progress={null} isStalled={activity.isStalled} />
        )
      ) : (
        <>
          <Outdated state={state} onRead={() => void effects.proposeCodes()} />
          {plan.rows.length === 0 ? (
            <div className="nothing">
              <p>{CODE_STRINGS.noRows}</p>
              <p>{CODE_STRINGS.noRowsAdvice}</p>
            </div>
          ) : (
            <>
              <CodingTools {...props} />
              <CodingList {...props} />
            </>
          )}
        </>
      )}
    </div>
  );
}

interface OutdatedProps {
  readonly state: PaneState;
  readonly onRead: () => void;
}

/** That the list may not tell of the workbook as it is, where the user has to do something about it. */
function Outdated({ state, onRead }: OutdatedProps): React.ReactElement | null {
  const { activity, isOutdated } = state.codes;
  const readAgain = (
    <button type="button" className="text-button" onClick={onRead}>
      {CODE_STRINGS.readAgain}
    </button>
  );
  if (!state.capabilities.watch) {
    return (
      <p className="codes-freshness quiet">
        <span>{CODE_STRINGS.notWatched}</span>
        {readAgain}
      </p>
    );
  }
  if (!isOutdated || (state.preferences.autoRecheck && activity.kind !== 'failed')) return null;
  return (
    <p className="codes-freshness codes-outdated">
      <WarningIcon />
      <span>{CODE_STRINGS.outdated}</span>
      {readAgain}
    </p>
  );
}

/** What happens to the list by itself; "" for nothing. Said in place, so that nothing jumps at every edit. */
function freshnessOf({ codes, preferences }: PaneState): string {
  const { plan, activity, isOutdated, isPostponed } = codes;
  if (plan === null) return '';
  if (activity.kind === 'reading') return activity.isStalled ? STRINGS.waitingForAnswer : CODE_STRINGS.readingAgain;
  if (!isOutdated || !preferences.autoRecheck || activity.kind === 'failed') return '';
  return isPostponed ? CODE_STRINGS.readPostponed : CODE_STRINGS.readSoon;
}
