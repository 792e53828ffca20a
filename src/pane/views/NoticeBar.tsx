import * as React from 'react';
import { DefaultButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import type { Notice } from '../state/pane-state';
import { STRINGS } from '../strings';
import { CloseIcon, PassedIcon, WarningIcon } from './icons';

interface NoticeBarProps {
  readonly notice: Notice;
  readonly onUndo: (key: string) => void;
  readonly onClose: () => void;
}

/** What the last gesture did to the workbook. The live region of the pane announces it. */
export function NoticeBar({ notice, onUndo, onClose }: NoticeBarProps): React.ReactElement {
  const { tone, text, undoKey } = notice;
  return (
    <section className={`notice notice-${tone}`} aria-label={STRINGS.noticeLabel}>
      {tone === 'done' ? <PassedIcon /> : <WarningIcon />}
      <span className="notice-text">{text}</span>
      {undoKey !== null && <DefaultButton text={STRINGS.undo} onClick={() => onUndo(undoKey)} />}
      <IconButton ariaLabel={STRINGS.close} title={STRINGS.close} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </section>
  );
}
