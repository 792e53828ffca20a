import * as React from 'react';
import { GROUP_LIST, GROUPS_ON_PAGE, selectCodingGroups, type CodingItem } from '../../state/codes/codes-selectors';
import type { CodesAction } from '../../state/codes/codes-actions';
import { CODE_STRINGS } from '../../code-strings';
import { GroupedRows } from '../GroupedRows';
import type { PaneViewProps } from '../PaneView';
import { CodingRowView } from './CodingRowView';

/** The rows by project. */
export function CodingList({ state, dispatch, effects }: PaneViewProps): React.ReactElement {
  const { groups, hiddenCount } = selectCodingGroups(state);
  const { write, select } = state.capabilities;
  const shown = new Map<string, CodingItem>();
  for (const { items } of groups) for (const item of items) shown.set(item.row.key, item);
  const tell = (action: CodesAction): void => dispatch({ type: 'codes', action });
  return (
    <GroupedRows
      className="coding-list"
      groupClassName="coding-group"
      label={CODE_STRINGS.listLabel}
      groups={groups.map(({ id, caption, sheet, tickable, tickedCount, isOpen, items, hiddenCount: hiddenRows }) => ({
        id,
        title: (
          <>
            <span className="group-caption">{caption}</span>
            {sheet !== '' && <span className="group-sheet">{sheet}</span>}
          </>
        ),
        tickable,
        tickedCount,
        tickLabel: CODE_STRINGS.tickGroup(caption),
        isOpen,
        rows: items.map(({ row }) => row.key),
        hiddenCount: hiddenRows,
      }))}
      hiddenCount={hiddenCount}
      listId={GROUP_LIST}
      groupsOnPage={GROUPS_ON_PAGE}
      canWrite={write}
      words={CODE_STRINGS}
      dispatch={dispatch}
      onTick={(keys, isTicked) => tell({ type: 'rowsTicked', keys, isTicked })}
      renderRow={(key, { tabIndexOf, focusRow }) => {
        const item = shown.get(key) as CodingItem;
        return (
          <CodingRowView
            key={key}
            item={item}
            tabIndex={tabIndexOf(key)}
            canWrite={write}
            onSelect={() => select && void effects.select(item.row)}
            onTick={() => tell({ type: 'rowsTicked', keys: [key], isTicked: !item.isTicked })}
            onChoose={(entry) => {
              tell({ type: 'entryChosen', key, entry });
              focusRow(key);
            }}
            onSearch={(text) => effects.searchCodes(item.row, text)}
            onStrip={() => void effects.stripCodes([key])}
          />
        );
      }}
    />
  );
}
