import * as React from 'react';
import { Toggle } from 'office-ui-fabric-react/lib/Toggle';
import { selectOpenItems } from '../state/accepted-findings';
import { selectGroups } from '../state/finding-groups';
import { selectNotChecked } from '../state/not-checked';
import { isFiltered, selectItems, selectRuleChoices, selectSeverityCounts } from '../state/selectors';
import { STRINGS } from '../strings';
import { AcceptedView } from './AcceptedView';
import { FilterBar } from './FilterBar';
import { FindingList } from './FindingList';
import { NotCheckedView } from './NotCheckedView';
import type { PaneViewProps } from './PaneView';
import { SeverityFilter } from './SeverityFilter';

export function ResultsView({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const { filter, preferences, capabilities, result } = state;
  const groups = selectGroups(state);
  const total = selectOpenItems(state).length;
  const hasNoForms = result !== null && result.review.forms.length === 0;
  return (
    <div className="results">
      <section className="results-tools" aria-label={STRINGS.resultHeading}>
        <h2 className="visually-hidden">{STRINGS.resultHeading}</h2>
        <SeverityFilter
          counts={selectSeverityCounts(state)}
          chosen={filter.severities}
          onToggle={(severity) => dispatch({ type: 'severityToggled', severity })}
        />
        <FilterBar
          filter={filter}
          choices={selectRuleChoices(state)}
          onSearch={(text) => dispatch({ type: 'textSearched', text })}
          onChooseRule={(ruleId) => dispatch({ type: 'ruleChosen', ruleId })}
        />
        <div className="tools-row">
          {capabilities.mark ? (
            <Toggle
              className="marks-toggle"
              label={STRINGS.marksToggle}
              inlineLabel
              checked={preferences.marks}
              onChange={(_event, isOn) => void effects.changePreferences({ marks: Boolean(isOn) })}
            />
          ) : (
            <p className="quiet">{capabilities.write ? STRINGS.markingUnavailable : STRINGS.markingReadOnly}</p>
          )}
        </div>
        {isFiltered(filter) && (
          <p className="filter-line" role="status">
            {STRINGS.filtered(selectItems(state).length, total)}
            <button type="button" className="text-button" onClick={() => dispatch({ type: 'filterCleared' })}>
              {STRINGS.clearFilter}
            </button>
          </p>
        )}
      </section>
      <div className="results-list">
        {hasNoForms && <p className="outside-note">{STRINGS.noFormsButFindings}</p>}
        {groups.length === 0 ? (
          <p className="nothing">{STRINGS.nothingMatches}</p>
        ) : (
          <FindingList state={state} groups={groups} dispatch={dispatch} effects={effects} />
        )}
        <AcceptedView state={state} dispatch={dispatch} effects={effects} />
        <NotCheckedView section={selectNotChecked(state)} onShow={effects.selectRange} />
      </div>
    </div>
  );
}
