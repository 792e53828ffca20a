import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { STRINGS } from '../strings';

interface QuestionProps {
  readonly text: string;
  readonly confirm: string;
  /** What can be taken back is a key away; what cannot is asked with 取消 first. */
  readonly isReversible?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

let questions = 0;

/** Asked in place before something that cannot be taken back, or changes much; the keyboard is led to it. */
export function Question(props: QuestionProps): React.ReactElement {
  const { text, confirm, isReversible = false, onConfirm, onCancel } = props;
  const question = React.useRef<HTMLDivElement>(null);
  const [id] = React.useState(() => {
    questions += 1;
    return `question-${questions}`;
  });
  React.useEffect(() => {
    const buttons = question.current ? question.current.querySelectorAll('button') : [];
    if (buttons.length > 0) buttons[isReversible ? 0 : buttons.length - 1].focus();
  }, [isReversible]);
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
