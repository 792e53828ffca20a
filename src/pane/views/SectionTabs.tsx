import * as React from 'react';
import { SECTIONS, type Section } from '../state/pane-state';
import { SECTION_NAMES, STRINGS } from '../strings';

interface SectionTabsProps {
  readonly section: Section;
  /** False while something else is shown in the place of the panel. */
  readonly hasPanel: boolean;
  readonly onChoose: (section: Section) => void;
}

export const SECTION_PANEL = 'section-panel';

export function tabIdOf(section: Section): string {
  return `tab-${section}`;
}

/** What the pane shows: one tab stop, the arrow keys choose. */
export function SectionTabs({ section, hasPanel, onChoose }: SectionTabsProps): React.ReactElement {
  const list = React.useRef<HTMLDivElement>(null);
  const choose = (index: number): void => {
    const place = (index + SECTIONS.length) % SECTIONS.length;
    const tab = list.current && list.current.children[place];
    if (tab instanceof HTMLElement) tab.focus();
    onChoose(SECTIONS[place]);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const index = SECTIONS.indexOf(section);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: index + 1,
      ArrowLeft: index - 1,
      Home: 0,
      End: SECTIONS.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <div ref={list} className="section-tabs" role="tablist" aria-label={STRINGS.sectionsLabel} onKeyDown={onKeyDown}>
      {SECTIONS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={tabIdOf(one)}
          aria-selected={one === section}
          aria-controls={hasPanel ? SECTION_PANEL : undefined}
          tabIndex={one === section ? 0 : -1}
          className="section-tab"
          onClick={() => onChoose(one)}
        >
          {SECTION_NAMES[one]}
        </button>
      ))}
    </div>
  );
}
