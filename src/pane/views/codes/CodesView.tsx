import * as React from 'react';
import { selectCatalogue } from '../../state/codes/codes-selectors';
import { CODE_STRINGS } from '../../code-strings';
import { FailureView } from '../FailureView';
import type { PaneViewProps } from '../PaneView';
import { CatalogueBar } from './CatalogueBar';
import { CataloguesPage } from './CataloguesPage';
import { CodingList } from './CodingList';
import { CodingTools } from './CodingTools';
import { ImportPage } from './ImportPage';
import { ProgressView } from '../ProgressView';
import { freshnessOf, OutdatedNote } from '../ReadingNotes';

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
        freshness={freshnessOf(state.codes, state)}
        onChoose={(id) => void effects.chooseCatalogue(id)}
        onManage={() => void effects.manageCatalogues()}
      />
      {plan === null ? (
        activity.kind === 'reading' && (
          <ProgressView label={CODE_STRINGS.reading} progress={null} isStalled={activity.isStalled} />
        )
      ) : (
        <>
          <OutdatedNote state={state} reading={state.codes} onRead={() => void effects.proposeCodes()} />
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
