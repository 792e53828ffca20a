import * as React from 'react';
import { DefaultButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import type { Notice, NoticeAction } from '../state/pane-state';
import { STRINGS } from '../strings';
import { CloseIcon, PassedIcon, WarningIcon } from './icons';

const ACTION_NAMES: Readonly<Record<NoticeAction['kind'], string>> = {
  undo: STRINGS.undo,
  conceal: STRINGS.conceal,
  withdraw: STRINGS.withdraw,
};

interface NoticeBarProps {
  readonly notice: Notice;
  readonly onAct: (action: NoticeAction) => void;
  readonly onClose: () => void;
}

/** What the last gesture did to the workbook. The live region of the pane announces it. */
export function NoticeBar({ notice, onAct, onClose }: NoticeBarProps): React.ReactElement {
  const { tone, text, action } = notice;
  return (
    <section className={`notice notice-${tone}`} aria-label={STRINGS.noticeLabel}>
      {tone === 'done' ? <PassedIcon /> : <WarningIcon />}
      <span className="notice-text">{text}</span>
      {action !== null && <DefaultButton text={ACTION_NAMES[action.kind]} onClick={() => onAct(action)} />}
      <IconButton ariaLabel={STRINGS.close} title={STRINGS.close} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </section>
  );
}
