import * as React from 'react';
import { Dropdown, type IDropdownStyles } from 'office-ui-fabric-react/lib/Dropdown';
import { DirectionalHint } from 'office-ui-fabric-react/lib/common/DirectionalHint';
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

/** A rule's title may take two lines; the count behind it must stay readable. */
const WRAPPED_OPTIONS: Partial<IDropdownStyles> = {
  dropdownItem: { height: 'auto', minHeight: 34, paddingTop: 6, paddingBottom: 6 },
  dropdownItemSelected: { height: 'auto', minHeight: 34, paddingTop: 6, paddingBottom: 6 },
  dropdownOptionText: { whiteSpace: 'normal', lineHeight: 20 },
};

export function FilterBar({ filter, choices, onSearch, onChooseRule }: FilterBarProps): React.ReactElement {
  const choose = (key: string): void => onChooseRule(key === ALL_RULES ? null : key);
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
          { key: ALL_RULES, text: STRINGS.allRules },
          ...choices.map(({ ruleId, title, count }) => ({
            key: ruleId,
            text: STRINGS.ruleChoice(title, count),
            title: STRINGS.ruleChoice(title, count),
          })),
        ]}
        // In a pane as narrow as ours Fabric would cover everything with a side panel instead.
        responsiveMode={ResponsiveMode.large}
        dropdownWidth={280}
        calloutProps={{
          calloutMaxHeight: 360,
          directionalHint: DirectionalHint.bottomRightEdge,
          directionalHintFixed: true,
        }}
        styles={WRAPPED_OPTIONS}
        onChange={(_event, option) => option && choose(String(option.key))}
      />
    </div>
  );
}
