import * as React from 'react';

interface DrawingProps {
  readonly path: string;
  readonly size?: number;
  readonly isEvenOdd?: boolean;
}

/** Decorative: the words beside it say the same. */
function Drawing({ path, size = 16, isEvenOdd = false }: DrawingProps): React.ReactElement {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} fill="currentColor" fillRule={isEvenOdd ? 'evenodd' : 'nonzero'} />
    </svg>
  );
}

const CIRCLE = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z';

export const ErrorIcon = (): React.ReactElement => (
  <Drawing
    isEvenOdd
    path={`${CIRCLE}M5.5 4.4 8 6.9l2.5-2.5 1.1 1.1L9.1 8l2.5 2.5-1.1 1.1L8 9.1l-2.5 2.5-1.1-1.1L6.9 8 4.4 5.5z`}
  />
);

export const WarningIcon = (): React.ReactElement => (
  <Drawing isEvenOdd path="M8 1.2 15.4 14.4H.6zM7.25 5.6h1.5v4.6h-1.5zM7.25 11.2h1.5v1.5h-1.5z" />
);

export const InfoIcon = (): React.ReactElement => (
  <Drawing isEvenOdd path={`${CIRCLE}M7.25 7h1.5v4.8h-1.5zM7.25 4.2h1.5v1.6h-1.5z`} />
);

export const PassedIcon = ({ size }: { readonly size?: number }): React.ReactElement => (
  <Drawing size={size} isEvenOdd path={`${CIRCLE}M11.2 4.9l1.1 1.05-5 5.3L3.8 7.9l1.05-1.1 2.4 2.25z`} />
);

export const QuestionIcon = (): React.ReactElement => (
  <Drawing
    isEvenOdd
    path={`${CIRCLE}M8 3.6c-1.6 0-2.7 1-2.8 2.5h1.4c.1-.8.6-1.3 1.4-1.3s1.3.5 1.3 1.2c0 .6-.3.9-1 1.4-.8.5-1.1 1.1-1 2v.3h1.4v-.2c0-.6.2-.9.9-1.3.8-.5 1.2-1.2 1.2-2.1 0-1.5-1.1-2.5-2.8-2.5zM7.2 10.8h1.6v1.6H7.2z`}
  />
);

export const MissingIcon = (): React.ReactElement => <Drawing isEvenOdd path={`${CIRCLE}M4.5 7.2h7v1.6h-7z`} />;

/** A label with figures on it. */
export const CodedIcon = (): React.ReactElement => (
  <Drawing isEvenOdd path="M1 3h14v10H1zM2.5 4.5v7h11v-7zM4.3 6h1.4v4H4.3zM7.3 6h1.4v4H7.3zM10.3 6h1.4v4h-1.4z" />
);

export const LeftIcon = (): React.ReactElement => (
  <Drawing
    isEvenOdd
    path={`${CIRCLE}M8 2.5A5.5 5.5 0 0 0 3.7 11.3L11.3 3.7A5.5 5.5 0 0 0 8 2.5zM12.3 4.7 4.7 12.3A5.5 5.5 0 0 0 12.3 4.7z`}
  />
);

export const BackIcon = (): React.ReactElement => (
  <Drawing size={12} path="M10 1.5 11.1 2.6 5.7 8l5.4 5.4L10 14.5 3.5 8z" />
);

export const ChevronDownIcon = (): React.ReactElement => (
  <Drawing size={12} path="M2.6 4.6 8 10l5.4-5.4 1.1 1.1L8 12.2 1.5 5.7z" />
);

export const CloseIcon = (): React.ReactElement => (
  <Drawing size={12} path="M3.1 2 8 6.9 12.9 2 14 3.1 9.1 8l4.9 4.9-1.1 1.1L8 9.1 3.1 14 2 12.9 6.9 8 2 3.1z" />
);

export const SearchIcon = (): React.ReactElement => (
  <Drawing
    size={14}
    isEvenOdd
    path="M6.5 1a5.5 5.5 0 0 1 4.4 8.8l4 4-1.1 1.1-4-4A5.5 5.5 0 1 1 6.5 1zm0 1.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8z"
  />
);

export const SettingsIcon = (): React.ReactElement => (
  <Drawing
    isEvenOdd
    path="M1 3.2h7.3a2 2 0 0 1 3.8 0H15v1.4h-2.9a2 2 0 0 1-3.8 0H1zM10.2 3.1a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM1 7.3h2.5a2 2 0 0 1 3.8 0H15v1.4H7.3a2 2 0 0 1-3.8 0H1zM5.4 7.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM1 11.4h7.3a2 2 0 0 1 3.8 0H15v1.4h-2.9a2 2 0 0 1-3.8 0H1zM10.2 11.3a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z"
  />
);

/** A clock whose hand goes back. */
export const HistoryIcon = (): React.ReactElement => (
  <Drawing
    isEvenOdd
    path="M8.5 1.5a6.5 6.5 0 1 1-6.2 8.4l1.4-.4a5 5 0 1 0 .9-4.9L6.5 6.5h-5v-5l2 2a6.5 6.5 0 0 1 5-2zM7.8 4.5h1.4v3.7l2.6 1.5-.7 1.2-3.3-1.9z"
  />
);

export const LockIcon = (): React.ReactElement => (
  <Drawing
    isEvenOdd
    path="M4.5 6.5V4.8a3.5 3.5 0 0 1 7 0v1.7h1V14h-9V6.5zm1.4 0h4.2V4.8a2.1 2.1 0 0 0-4.2 0zM7.3 9v2.6h1.4V9z"
  />
);

/** A sheet with ruled lines and a tick: the one picture of the pane, on the first screen. */
export const SheetPicture = (): React.ReactElement => (
  <svg width="58" height="62" viewBox="11 7 58 62" aria-hidden="true" focusable="false">
    <rect x="12" y="8" width="44" height="54" rx="2" fill="#fff" stroke="#a19f9d" strokeWidth="2" />
    <path d="M12 20h44M12 30h44M12 40h44M12 50h44M26 20v42" stroke="#d2d0ce" strokeWidth="1.5" fill="none" />
    <rect x="12" y="8" width="44" height="12" fill="#deecf9" stroke="#a19f9d" strokeWidth="2" />
    <rect x="27" y="31" width="28" height="8" fill="#fff4ce" />
    <circle cx="54" cy="54" r="13" fill="#005a9e" stroke="#fff" strokeWidth="3" />
    <path d="M48 54.5l4.2 4.2 8-8.6" stroke="#fff" strokeWidth="3" fill="none" />
  </svg>
);
