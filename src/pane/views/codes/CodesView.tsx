import * as React from 'react';
import { selectCatalogue } from '../../state/codes/codes-selectors';
import type { PaneState } from '../../state/pane-state';
import { CODE_STRINGS } from '../../code-strings';
import { STRINGS } from '../../strings';
import { FailureView } from '../FailureView';
import type { PaneViewProps } from '../PaneView';
import { CatalogueBar } from './CatalogueBar';
import { CataloguesPage } from './CataloguesPage';
import { CodingList } from './CodingList';
import { CodingTools } from './CodingTools';
import { ImportPage } from './ImportPage';
import { ProgressView } from '../ProgressView';
import { WarningIcon } from '../icons';

/** Codes for the indicators of the workbook, and the catalogues they are taken from. */
export function CodesView(props: PaneViewProps): React.ReactElement {
  switch (props.state.codes.page) {
    case 'rows':
      return <RowsPage {...props} />;
    case 'catalogues':
      return <CataloguesPage {...props} />;
    case 'import':
      return <ImportPage {...props} />;
  }
}

function RowsPage(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { plan, activity } = state.codes;
  const failure =
    activity.kind === 'failed' ? (
      <FailureView
        failure={activity.failure}
        heading={CODE_STRINGS.failedHeading}
        onRetry={() => void effects.proposeCodes()}
      />
    ) : null;
  return (
    <div className="codes">
      <h2 className="visually-hidden">{CODE_STRINGS.heading}</h2>
      {failure}
      <CatalogueBar
        state={state}
        catalogue={selectCatalogue(state)}
        onChoose={(id) => void effects.chooseCatalogue(id)}
        onManage={() => void effects.manageCatalogues()}
      />
      {plan === null ? (
        activity.kind === 'reading' && (
          <ProgressView label={CODE_STRINGS.reading} progress={null} isStalled={activity.isStalled} />
        )
      ) : (
        <>
          <Freshness state={state} onRead={() => void effects.proposeCodes()} />
          {plan.rows.length === 0 ? (
            <div className="nothing">
              <p>{CODE_STRINGS.noRows}</p>
              <p>{CODE_STRINGS.noRowsAdvice}</p>
            </div>
          ) : (
            <>
              <CodingTools {...props} />
              <CodingList {...props} />
            </>
          )}
        </>
      )}
    </div>
  );
}

interface FreshnessProps {
  readonly state: PaneState;
  readonly onRead: () => void;
}

/** Whether the list still tells of the workbook as it is. */
function Freshness({ state, onRead }: FreshnessProps): React.ReactElement | null {
  const { activity, isOutdated, isPostponed } = state.codes;
  if (activity.kind === 'reading') {
    return (
      <p className="codes-freshness quiet">
        {activity.isStalled ? STRINGS.waitingForAnswer : CODE_STRINGS.readingAgain}
      </p>
    );
  }
  if (!state.capabilities.watch) {
    return (
      <p className="codes-freshness quiet">
        <span>{CODE_STRINGS.notWatched}</span>
        <button type="button" className="text-button" onClick={onRead}>
          {CODE_STRINGS.readAgain}
        </button>
      </p>
    );
  }
  if (!isOutdated) return null;
  if (state.preferences.autoRecheck && activity.kind !== 'failed') {
    return <p className="codes-freshness quiet">{isPostponed ? CODE_STRINGS.readPostponed : CODE_STRINGS.readSoon}</p>;
  }
  return (
    <p className="codes-freshness codes-outdated">
      <WarningIcon />
      <span>{CODE_STRINGS.outdated}</span>
      <button type="button" className="text-button" onClick={onRead}>
        {CODE_STRINGS.readAgain}
      </button>
    </p>
  );
}
