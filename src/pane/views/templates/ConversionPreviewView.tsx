import * as React from 'react';
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ConvertedSheet, UnplacedText } from '../../../core/converting/conversion';
import { PAGE_SIZE } from '../../state/pane-state';
import { TEMPLATE_STRINGS } from '../../normalizing-strings';
import { STRINGS } from '../../strings';
import { ChevronDownIcon, WarningIcon } from '../icons';
import type { PaneViewProps } from '../PaneView';

/** The sheets that will be made, and what has no place in them; then the button that makes them. */
export function ConversionPreviewView({ state, effects }: PaneViewProps): React.ReactElement | null {
  const { capabilities, templates } = state;
  const { preview, previewFailure, activity } = templates;
  if (previewFailure !== null) {
    return (
      <p className="import-problem" role="alert">
        <WarningIcon />
        <span>{STRINGS.withAdvice(previewFailure.message, previewFailure.advice)}</span>
      </p>
    );
  }
  if (preview === null) return null;
  const isWriting = activity.kind === 'writing';
  const canConvert = capabilities.write && capabilities.structure;
  return (
    <section className="templates-part" aria-label={TEMPLATE_STRINGS.previewHeading}>
      <h3>{TEMPLATE_STRINGS.previewHeading}</h3>
      <ul>
        {preview.sheets.map((sheet) => (
          <SheetPreview key={sheet.name} sheet={sheet} />
        ))}
      </ul>
      <Unplaced texts={allUnplaced(preview.sheets)} onSelect={(text) => void effects.select(text)} />
      {!capabilities.write && <p className="quiet">{STRINGS.writingUnavailable}</p>}
      {capabilities.write && !capabilities.structure && <p className="quiet">{TEMPLATE_STRINGS.noStructure}</p>}
      <div className="button-row">
        <PrimaryButton
          text={isWriting ? TEMPLATE_STRINGS.converting : TEMPLATE_STRINGS.convert(preview.sheets.length)}
          disabled={!canConvert || isWriting || preview.sheets.length === 0}
          allowDisabledFocus
          onClick={() => void effects.convert()}
        />
      </div>
    </section>
  );
}

function SheetPreview({ sheet }: { readonly sheet: ConvertedSheet }): React.ReactElement {
  const { name, projects, fieldCount, indicatorCount, remarks } = sheet;
  return (
    <li className="template-sheet">
      <p className="template-sheet-name">{name}</p>
      <p className="quiet">{TEMPLATE_STRINGS.sheetCounts(fieldCount, indicatorCount)}</p>
      {projects.some((project) => name.indexOf(project) < 0) && <p className="quiet">{projects.join('、')}</p>}
      {remarks.map((remark, index) => (
        <p key={index} className="quiet">
          {remark}
        </p>
      ))}
    </li>
  );
}

interface UnplacedProps {
  readonly texts: readonly UnplacedText[];
  readonly onSelect: (text: UnplacedText) => void;
}

/** A longer list stands between the sheets and the button: it is opened by whoever wants to read it. */
const OPEN_AT_FIRST = 3;

function Unplaced({ texts, onSelect }: UnplacedProps): React.ReactElement | null {
  const [isOpen, setOpen] = React.useState(texts.length <= OPEN_AT_FIRST);
  const [page, setPage] = React.useState(PAGE_SIZE);
  if (texts.length === 0) return null;
  const shown = isOpen ? page : 0;
  return (
    <section className="unplaced">
      <h4 className="group-header">
        <button type="button" aria-expanded={isOpen} className="group-button" onClick={() => setOpen(!isOpen)}>
          <span className={isOpen ? 'chevron chevron-open' : 'chevron'}>
            <ChevronDownIcon />
          </span>
          <span className="group-title">{TEMPLATE_STRINGS.unplacedHeading(texts.length)}</span>
        </button>
      </h4>
      <p className="quiet">{TEMPLATE_STRINGS.unplacedLead}</p>
      <ul>
        {texts.slice(0, shown).map((text, index) => (
          <li key={index} className="left-item">
            <button type="button" className="text-button" onClick={() => onSelect(text)}>
              {STRINGS.cellOfSheet(text.sheet, text.cell)}
            </button>
            <span className="finding-subject">
              {text.indicator === '' ? text.label : TEMPLATE_STRINGS.ofIndicator(text.label, text.indicator)}
            </span>
            {text.project !== '' && text.project !== text.sheet && <p className="quiet">{text.project}</p>}
            <p className="left-reason unplaced-text">{text.text}</p>
          </li>
        ))}
      </ul>
      {isOpen && texts.length > shown && (
        <button key={shown} type="button" className="text-button show-more" onClick={() => setPage(page + PAGE_SIZE)}>
          {TEMPLATE_STRINGS.moreUnplaced(texts.length - shown)}
        </button>
      )}
    </section>
  );
}

function allUnplaced(sheets: readonly ConvertedSheet[]): readonly UnplacedText[] {
  return sheets.reduce((all: readonly UnplacedText[], { unplaced }) => all.concat(unplaced), []);
}
