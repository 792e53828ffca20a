import * as React from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/utilities/decorators/withResponsiveMode';
import type { CatalogueSummary } from '../../../session/catalogues/catalogue-desk';
import type { PaneState } from '../../state/pane-state';
import { CODE_STRINGS } from '../../code-strings';

interface CatalogueBarProps {
  readonly state: PaneState;
  /** The one in use. */
  readonly catalogue: CatalogueSummary | null;
  /** What happens to the list by itself; "" for nothing. */
  readonly freshness: string;
  readonly onChoose: (id: string) => void;
  readonly onManage: () => void;
}

/** From which catalogue codes are taken. */
export function CatalogueBar({
  state,
  catalogue,
  freshness,
  onChoose,
  onManage,
}: CatalogueBarProps): React.ReactElement {
  const choices = (state.codes.catalogues || []).filter((one) => one.problem === null || one === catalogue);
  const isObserved = catalogue !== null && catalogue.problem === null && !catalogue.isComplete;
  return (
    <div className="catalogue-bar">
      <div className="catalogue-choice">
        <Dropdown
          className="catalogue-dropdown"
          ariaLabel={CODE_STRINGS.catalogueLabel}
          selectedKey={catalogue === null ? null : catalogue.id}
          disabled={choices.length === 0}
          placeholder={CODE_STRINGS.chooseCatalogue}
          options={choices.map(({ id, name, entryCount }) => ({
            key: id,
            text: CODE_STRINGS.catalogueChoice(name, entryCount),
            title: CODE_STRINGS.catalogueChoice(name, entryCount),
          }))}
          responsiveMode={ResponsiveMode.large}
          calloutProps={{ calloutMaxHeight: 360 }}
          onChange={(_event, option) => option && onChoose(String(option.key))}
        />
        <button type="button" className="text-button catalogue-manage" onClick={onManage}>
          {CODE_STRINGS.manage}
        </button>
      </div>
      <p className="catalogue-line quiet">
        <span className="catalogue-hint">{isObserved ? CODE_STRINGS.incomplete : ''}</span>
        <span className="status-time">{freshness}</span>
      </p>
    </div>
  );
}
