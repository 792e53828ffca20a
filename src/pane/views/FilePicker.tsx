import * as React from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';

interface FilePickerProps {
  readonly text: string;
  /** As the attribute of the input wants it. */
  readonly accept: string;
  readonly onPick: (file: File) => void;
}

/** A button that lets the user pick a file. */
export function FilePicker({ text, accept, onPick }: FilePickerProps): React.ReactElement {
  const input = React.useRef<HTMLInputElement>(null);
  const chosen = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
    const file = currentTarget.files && currentTarget.files[0];
    // Internet Explorer 11 reports the emptying below as another choice.
    if (!file) return;
    onPick(file);
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
