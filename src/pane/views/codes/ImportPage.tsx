import * as React from 'react';
import { PrimaryButton, DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { CodesAction } from '../../state/codes/codes-actions';
import type { OpenImport } from '../../state/codes/codes-state';
import { CODE_STRINGS } from '../../code-strings';
import { STRINGS } from '../../strings';
import { FilePicker } from '../FilePicker';
import { WarningIcon } from '../icons';
import type { PaneViewProps } from '../PaneView';
import { readFileBytes } from '../read-picked-file';
import { TickBox } from '../TickBox';
import { BackBar } from '../BackBar';
import { FoundTables } from './FoundTables';
import { READABLE_FILES } from './readable-files';
import { RemarkList } from './RemarkList';

/** A list of indicators before it is kept: how it was understood, and what of it does not come along. */
export function ImportPage({ state, dispatch, effects }: PaneViewProps): React.ReactElement | null {
  const { openImport } = state.codes;
  const tell = (action: CodesAction): void => dispatch({ type: 'codes', action });
  if (openImport === null) return null;
  const { fileName, activity, result, failure } = openImport;
  const isReading = activity === 'reading';
  const file = result === null ? null : result.file;
  return (
    <div className="codes-page">
      <BackBar
        label={CODE_STRINGS.backToCatalogues}
        heading={CODE_STRINGS.importHeading}
        onBack={() => tell({ type: 'pageChosen', page: 'catalogues' })}
      />
      <div className="import-body">
        <p className="quiet import-source">
          {fileName === null ? CODE_STRINGS.currentWorkbook : CODE_STRINGS.foundIn(fileName)}
        </p>
        {isReading && result === null && (
          <ProgressIndicator
            label={fileName === null ? CODE_STRINGS.importingWorkbook : CODE_STRINGS.importing(fileName)}
            description={CODE_STRINGS.importPatience}
          />
        )}
        {failure !== null && <Problem text={STRINGS.withAdvice(failure.message, failure.advice)} />}
        {result !== null && result.problem !== null && <Problem text={result.problem} />}
        {result !== null && file === null && (
          <div className="button-row">
            <FilePicker
              text={CODE_STRINGS.importFile}
              accept={READABLE_FILES}
              onPick={(file) => void effects.inspectFile(file.name, () => readFileBytes(file))}
            />
          </div>
        )}
        {result !== null && file !== null && (
          <Keeping state={state} openImport={openImport} tell={tell} onKeep={() => void effects.keepImport()} />
        )}
        {result !== null && (
          <>
            <FoundTables
              tables={result.tables}
              isBusy={activity !== 'idle'}
              onCorrect={(columns) => void effects.correctColumns(columns)}
            />
            <RemarkList heading={CODE_STRINGS.rejectedHeading} remarks={result.rejected} />
            <RemarkList heading={CODE_STRINGS.conflictsHeading} remarks={result.conflicts} />
            <RemarkList heading={CODE_STRINGS.duplicatesHeading} remarks={result.duplicates} />
          </>
        )}
      </div>
    </div>
  );
}

function Problem({ text }: { readonly text: string }): React.ReactElement {
  return (
    <p className="import-problem" role="alert">
      <WarningIcon />
      <span>{text}</span>
    </p>
  );
}

interface KeepingProps {
  readonly state: PaneViewProps['state'];
  readonly openImport: OpenImport;
  readonly tell: (action: CodesAction) => void;
  readonly onKeep: () => void;
}

/** Name and completeness as the catalogue is to be kept with. */
function Keeping({ state, openImport, tell, onKeep }: KeepingProps): React.ReactElement | null {
  const { result, name, isComplete, activity } = openImport;
  const file = result === null ? null : result.file;
  if (file === null) return null;
  const replaced = (state.codes.catalogues || []).find(({ id, isBuiltin }) => id === file.id && !isBuiltin);
  const isNamed = name.trim() !== '';
  const isSaving = activity === 'saving';
  return (
    <form
      className="import-keeping"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) onKeep();
      }}
    >
      <p className="import-count" role="status">
        {CODE_STRINGS.importable(file.entries.length)}
      </p>
      <TextField
        label={CODE_STRINGS.nameLabel}
        value={name}
        maxLength={60}
        errorMessage={isNamed ? undefined : CODE_STRINGS.nameMissing}
        onChange={(_event, text) => tell({ type: 'importNamed', name: text || '' })}
      />
      <TickBox
        label={CODE_STRINGS.completeLabel}
        state={isComplete ? 'on' : 'off'}
        isDisabled={isSaving}
        onChange={() => tell({ type: 'importCompleted', isComplete: !isComplete })}
      />
      <p className="quiet">{CODE_STRINGS.completeHint}</p>
      {replaced !== undefined && <p className="quiet">{CODE_STRINGS.replaces(replaced.name)}</p>}
      <div className="button-row">
        <PrimaryButton
          type="submit"
          text={isSaving ? CODE_STRINGS.saving : CODE_STRINGS.save}
          disabled={activity !== 'idle' || !isNamed}
          allowDisabledFocus
        />
        <DefaultButton
          text={STRINGS.cancel}
          disabled={isSaving}
          onClick={() => tell({ type: 'pageChosen', page: 'catalogues' })}
        />
      </div>
    </form>
  );
}
