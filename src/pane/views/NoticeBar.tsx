import * as React from 'react';
import { DefaultButton, IconButton } from 'office-ui-fabric-react/lib/Button';
import type { Notice, NoticeAction } from '../state/pane-state';
import { STRINGS } from '../strings';
import { CloseIcon, PassedIcon, WarningIcon } from './icons';

const ACTION_NAMES: Readonly<Record<NoticeAction['kind'], string>> = {
  undo: STRINGS.undo,
  redo: STRINGS.redo,
  show: STRINGS.showSheet,
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
  const { tone, text, details, actions } = notice;
  return (
    <section className={`notice notice-${tone}`} aria-label={STRINGS.noticeLabel}>
      <div className="notice-line">
        {tone === 'done' ? <PassedIcon /> : <WarningIcon />}
        <span className="notice-text">{text}</span>
        {actions.map((action) => (
          <DefaultButton key={action.kind} text={ACTION_NAMES[action.kind]} onClick={() => onAct(action)} />
        ))}
        <IconButton ariaLabel={STRINGS.close} title={STRINGS.close} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {details.length > 0 && (
        <ul className="notice-details" tabIndex={0} aria-label={STRINGS.noticeDetails}>
          {details.map((detail, index) => (
            <li key={index}>{detail}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
