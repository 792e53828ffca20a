import * as React from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField, type ITextField } from 'office-ui-fabric-react/lib/TextField';
import { LONGEST_REASON } from '../../session';
import { STRINGS } from '../strings';
import { useShownWhole } from './use-shown-whole';

interface AcceptFormProps {
  readonly onAccept: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Why a finding is accepted: a line of the reviewer's own, or one of those used most. */
export function AcceptForm({ onAccept, onCancel }: AcceptFormProps): React.ReactElement {
  const [reason, setReason] = React.useState('');
  const field = React.useRef<ITextField>(null);
  const focusField = (): void => field.current?.focus();
  React.useEffect(focusField, []);
  const form = useShownWhole<HTMLFormElement>(true);
  return (
    <form
      ref={form}
      className="accept-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(reason);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        componentRef={field}
        label={STRINGS.acceptReason}
        value={reason}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        onChange={(_event, text) => setReason(text || '')}
      />
      <p className="suggestions">
        {STRINGS.acceptSuggestions.map((suggestion) => (
          <button
            key={suggestion}
            type="button"
            className="text-button"
            onClick={() => {
              setReason(suggestion);
              focusField();
            }}
          >
            {suggestion}
          </button>
        ))}
      </p>
      <p className="quiet">{STRINGS.acceptHint}</p>
      <div className="button-row">
        <PrimaryButton type="submit" text={STRINGS.acceptConfirm} />
        <DefaultButton text={STRINGS.cancel} onClick={onCancel} />
      </div>
    </form>
  );
}
