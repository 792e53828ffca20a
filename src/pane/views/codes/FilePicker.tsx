import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { readFileBytes } from '../read-picked-file';

/** Lists of indicators; .xls too, so that whoever picks one is told what to do with it. */
export const READABLE_FILES = '.xlsx,.xls,.csv,.json';

interface FilePickerProps {
  readonly text: string;
  /** As the attribute of the input wants it. */
  readonly accept: string;
  readonly onPick: (name: string, readBytes: () => Promise<Uint8Array>) => void;
}

/** A button that lets the user pick a file. */
export function FilePicker({ text, accept, onPick }: FilePickerProps): React.ReactElement {
  const input = React.useRef<HTMLInputElement>(null);
  const chosen = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
    const file = currentTarget.files && currentTarget.files[0];
    // Internet Explorer 11 reports the emptying below as another choice.
    if (!file) return;
    onPick(file.name, () => readFileBytes(file));
    // So that the same file can be picked again once it is mended.
    currentTarget.value = '';
  };
  return (
    <>
      <DefaultButton text={text} onClick={() => input.current && input.current.click()} />
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        onChange={chosen}
      />
    </>
  );
}
