import * as React from 'react';
import type { TemplateSummary } from '../../../session/normalizing/conversion-desk';
import { selectTemplate } from '../../state/templates/templates-reducer';
import { TEMPLATE_STRINGS } from '../../normalizing-strings';
import { FilePicker } from '../FilePicker';
import type { PaneViewProps } from '../PaneView';
import { Question } from '../Question';
import { readFileBytes } from '../read-picked-file';
import { useFocusOnLast } from '../use-focus-on-last';

/** The template to be filled: one that ships with the program, or the office's own. */
export function TemplateChoice({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const { templates } = state;
  const { plan, templateNotice } = templates;
  const chosen = selectTemplate(templates);
  return (
    <section className="templates-part">
      <fieldset>
        <legend>{TEMPLATE_STRINGS.templateHeading}</legend>
        {(plan === null ? [] : plan.templates).map((template) => (
          <TemplateRow
            key={template.id}
            template={template}
            isChosen={chosen !== null && chosen.id === template.id}
            onChoose={() => dispatch({ type: 'templates', action: { type: 'templateChosen', id: template.id } })}
            onRemove={() => void effects.removeTemplate(template.id)}
          />
        ))}
      </fieldset>
      <div className="profile-import">
        <FilePicker
          text={TEMPLATE_STRINGS.importTemplate}
          accept=".xlsx"
          onPick={(file) => void effects.importTemplate(file.name, () => readFileBytes(file))}
        />
        <p className="quiet">{TEMPLATE_STRINGS.importHint}</p>
      </div>
      <p
        role="status"
        className={templateNotice === null ? 'visually-hidden' : `profile-notice ${templateNotice.tone}`}
      >
        {templateNotice === null ? '' : templateNotice.text}
      </p>
    </section>
  );
}

interface TemplateRowProps {
  readonly template: TemplateSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
}

function TemplateRow({ template, isChosen, onChoose, onRemove }: TemplateRowProps): React.ReactElement {
  const { name, description, kind, isOwn } = template;
  const [isRemoving, setRemoving] = React.useState(false);
  const commands = React.useRef<HTMLDivElement>(null);
  useFocusOnLast(commands, !isRemoving);
  const facts = isOwn ? [TEMPLATE_STRINGS.own, TEMPLATE_STRINGS.kinds[kind]] : [TEMPLATE_STRINGS.kinds[kind]];
  return (
    <div className="template">
      <label className="tick-box">
        <input type="radio" name="template" checked={isChosen} onChange={onChoose} />
        <span>{name}</span>
      </label>
      <p className="quiet">{facts.join(' · ')}</p>
      {description !== '' && <p className="quiet">{description}</p>}
      {isOwn && !isRemoving && (
        <div ref={commands}>
          <button
            type="button"
            className="text-button"
            aria-label={TEMPLATE_STRINGS.removeNamed(name)}
            onClick={() => setRemoving(true)}
          >
            {TEMPLATE_STRINGS.remove}
          </button>
        </div>
      )}
      {isRemoving && (
        <Question
          text={TEMPLATE_STRINGS.removeQuestion(name)}
          confirm={TEMPLATE_STRINGS.remove}
          onConfirm={onRemove}
          onCancel={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
