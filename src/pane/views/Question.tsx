import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { STRINGS } from '../strings';

interface QuestionProps {
  readonly text: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

let questions = 0;

/** Asked in place before something that cannot be taken back, or changes much; the keyboard is led to it. */
export function Question({ text, confirm, onConfirm, onCancel }: QuestionProps): React.ReactElement {
  const question = React.useRef<HTMLDivElement>(null);
  const [id] = React.useState(() => {
    questions += 1;
    return `question-${questions}`;
  });
  React.useEffect(() => {
    const button = question.current && question.current.querySelector('button');
    if (button) button.focus();
  }, []);
  return (
    <div
      ref={question}
      className="question"
      role="group"
      aria-labelledby={id}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <p id={id}>{text}</p>
      <div className="button-row">
        <DefaultButton text={confirm} onClick={onConfirm} />
        <DefaultButton text={STRINGS.cancel} onClick={onCancel} />
      </div>
    </div>
  );
}
