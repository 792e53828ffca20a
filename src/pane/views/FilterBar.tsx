import * as React from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/utilities/decorators/withResponsiveMode';
import type { Filter } from '../state/pane-state';
import type { RuleChoice } from '../state/selectors';
import { STRINGS } from '../strings';

interface FilterBarProps {
  readonly filter: Filter;
  readonly choices: readonly RuleChoice[];
  readonly onSearch: (text: string) => void;
  readonly onChooseRule: (ruleId: string | null) => void;
}

const ALL_RULES = '*';

export function FilterBar({ filter, choices, onSearch, onChooseRule }: FilterBarProps): React.ReactElement {
  const total = choices.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="filter-bar">
      <SearchBox
        className="filter-search"
        ariaLabel={STRINGS.searchLabel}
        placeholder={STRINGS.searchPlaceholder}
        value={filter.text}
        disableAnimation
        onChange={(_event, text) => onSearch(text || '')}
      />
      <Dropdown
        className="filter-rule"
        ariaLabel={STRINGS.ruleFilterLabel}
        selectedKey={filter.ruleId === null ? ALL_RULES : filter.ruleId}
        options={[
          { key: ALL_RULES, text: STRINGS.allRules(total) },
          ...choices.map(({ ruleId, title, count }) => ({
            key: ruleId,
            text: STRINGS.ruleChoice(title, count),
            title: STRINGS.ruleChoice(title, count),
          })),
        ]}
        // In a pane as narrow as ours Fabric would cover everything with a side panel instead.
        responsiveMode={ResponsiveMode.large}
        dropdownWidth={280}
        onChange={(_event, option) => option && onChooseRule(option.key === ALL_RULES ? null : String(option.key))}
      />
    </div>
  );
}
