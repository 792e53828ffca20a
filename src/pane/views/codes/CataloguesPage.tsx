import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import type { CatalogueSummary } from '../../../session/catalogues/catalogue-desk';
import type { ExportFormat } from '../../../session/catalogues/catalogue-works';
import { selectCatalogue } from '../../state/codes/codes-selectors';
import type { CodesPage } from '../../state/codes/codes-state';
import { CODE_STRINGS } from '../../code-strings';
import type { PaneViewProps } from '../PaneView';
import { FilePicker } from '../FilePicker';
import { Question } from '../Question';
import { readFileBytes } from '../read-picked-file';
import { useFocusOnLast } from '../use-focus-on-last';
import { BackBar } from '../BackBar';
import { downloadFile } from './download-file';
import { ExportedNote, type ExportedText } from './ExportedNote';
import { READABLE_FILES } from './readable-files';

const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv', 'json'];

/** The catalogues on this machine: which is used, what comes in and goes out. */
export function CataloguesPage({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const [exported, setExported] = React.useState<ExportedText | null>(null);
  const inUse = selectCatalogue(state);
  const catalogues = state.codes.catalogues || [];
  const show = (page: CodesPage): void => dispatch({ type: 'codes', action: { type: 'pageChosen', page } });

  const exportAs = async (id: string, format: ExportFormat): Promise<void> => {
    setExported(null);
    const file = await effects.exportCatalogue(id, format);
    if (file !== null) setExported({ id, ...(await downloadFile(file, format)) });
  };

  return (
    <div className="codes-page">
      <BackBar label={CODE_STRINGS.backToCodes} heading={CODE_STRINGS.cataloguesHeading} onBack={() => show('rows')} />
      <ul className="catalogues">
        {catalogues.map((catalogue) => (
          <li key={catalogue.id} className="catalogue">
            <CatalogueHead catalogue={catalogue} isInUse={inUse !== null && inUse.id === catalogue.id} />
            <CatalogueCommands
              catalogue={catalogue}
              isInUse={inUse !== null && inUse.id === catalogue.id}
              onUse={() => void effects.chooseCatalogue(catalogue.id)}
              onExport={(format) => void exportAs(catalogue.id, format)}
              onRemove={() => void effects.removeCatalogue(catalogue.id)}
            />
            {exported !== null && exported.id === catalogue.id && <ExportedNote exported={exported} />}
          </li>
        ))}
      </ul>
      <div className="catalogue-import">
        <div className="button-row">
          <FilePicker
            text={CODE_STRINGS.importFile}
            accept={READABLE_FILES}
            onPick={(file) => void effects.inspectFile(file.name, () => readFileBytes(file))}
          />
          <DefaultButton text={CODE_STRINGS.importWorkbook} onClick={() => void effects.inspectWorkbook()} />
        </div>
        <p className="quiet">{CODE_STRINGS.importHint}</p>
      </div>
    </div>
  );
}

interface CatalogueProps {
  readonly catalogue: CatalogueSummary;
  readonly isInUse: boolean;
}

function CatalogueHead({ catalogue, isInUse }: CatalogueProps): React.ReactElement {
  const { name, source, entryCount, isComplete, isBuiltin, problem } = catalogue;
  const facts = [
    isBuiltin ? CODE_STRINGS.builtin : CODE_STRINGS.own,
    CODE_STRINGS.entryCount(entryCount),
    isComplete ? CODE_STRINGS.complete : CODE_STRINGS.notComplete,
  ];
  return (
    <>
      <div className="catalogue-head">
        <h3>{name}</h3>
        {isInUse && <span className="catalogue-in-use">{CODE_STRINGS.inUse}</span>}
      </div>
      {problem === null && <p className="quiet">{facts.join(' · ')}</p>}
      {problem === null && source !== '' && <p className="quiet catalogue-source">{source}</p>}
      {problem !== null && <p className="catalogue-unusable">{problem}</p>}
    </>
  );
}

interface CatalogueCommandsProps extends CatalogueProps {
  readonly onUse: () => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly onRemove: () => void;
}

function CatalogueCommands(props: CatalogueCommandsProps): React.ReactElement {
  const { catalogue, isInUse, onUse, onExport, onRemove } = props;
  const { name, isBuiltin, problem } = catalogue;
  const [isRemoving, setRemoving] = React.useState(false);
  const commands = React.useRef<HTMLDivElement>(null);
  useFocusOnLast(commands, !isRemoving);
  const canUse = problem === null;
  if (isRemoving) {
    return (
      <Question
        text={CODE_STRINGS.removeQuestion(name)}
        confirm={CODE_STRINGS.remove}
        onConfirm={onRemove}
        onCancel={() => setRemoving(false)}
      />
    );
  }
  return (
    <div ref={commands} className="catalogue-commands">
      {canUse && !isInUse && (
        <button type="button" className="text-button" aria-label={CODE_STRINGS.adoptNamed(name)} onClick={onUse}>
          {CODE_STRINGS.use}
        </button>
      )}
      {canUse && (
        <span className="catalogue-exports">
          {CODE_STRINGS.exportLabel}
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              className="text-button"
              aria-label={CODE_STRINGS.exportNamed(name, `.${format}`)}
              onClick={() => onExport(format)}
            >
              .{format}
            </button>
          ))}
        </span>
      )}
      {!isBuiltin && (
        <button
          type="button"
          className="text-button catalogue-remove"
          aria-label={CODE_STRINGS.removeNamed(name)}
          onClick={() => setRemoving(true)}
        >
          {CODE_STRINGS.remove}
        </button>
      )}
    </div>
  );
}
