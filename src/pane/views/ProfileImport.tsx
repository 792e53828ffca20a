import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { STRINGS } from '../strings';
import { readTextFile } from './read-picked-file';

interface ProfileImportProps {
  readonly onImport: (readText: () => Promise<string>) => void;
}

/** A button that lets the user pick a profile file. */
export function ProfileImport({ onImport }: ProfileImportProps): React.ReactElement {
  const input = React.useRef<HTMLInputElement>(null);
  const chosen = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
    const file = currentTarget.files && currentTarget.files[0];
    // Internet Explorer 11 reports the emptying below as another choice.
    if (!file) return;
    onImport(() => readTextFile(file));
    // So that the same file can be picked again once it is mended.
    currentTarget.value = '';
  };
  return (
    <div className="profile-import">
      <DefaultButton text={STRINGS.importProfile} onClick={() => input.current && input.current.click()} />
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-hidden="true"
        onChange={chosen}
      />
      <p className="quiet">{STRINGS.importProfileHint}</p>
    </div>
  );
}
