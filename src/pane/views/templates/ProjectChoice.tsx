import * as React from 'react';
import { PAGE_SIZE } from '../../state/pane-state';
import { selectChosenProjects, selectConvertible } from '../../state/templates/templates-reducer';
import { NORMALIZING_STRINGS, TEMPLATE_STRINGS } from '../../normalizing-strings';
import type { PaneViewProps } from '../PaneView';
import { TickBox, tickState } from '../TickBox';

const PROJECTS = 'templates-projects';

/** The projects of the workbook, ticked; those that cannot be converted with the reason. */
export function ProjectChoice({ state, dispatch }: PaneViewProps): React.ReactElement {
  const { templates } = state;
  const projects = templates.plan === null ? [] : templates.plan.projects;
  const convertible = selectConvertible(templates);
  const chosen = selectChosenProjects(templates).length;
  const shown = projects.slice(0, state.shownInGroup[PROJECTS] || PAGE_SIZE);
  const tick = (keys: readonly string[], isTicked: boolean): void =>
    dispatch({ type: 'templates', action: { type: 'projectsTicked', keys, isTicked } });
  return (
    <section className="templates-part" aria-label={TEMPLATE_STRINGS.projectsHeading}>
      <h3>{TEMPLATE_STRINGS.projectsHeading}</h3>
      {convertible.length > 1 && (
        <TickBox
          label={TEMPLATE_STRINGS.tickAll(convertible.length)}
          state={tickState(chosen, convertible.length)}
          isDisabled={false}
          onChange={() =>
            tick(
              convertible.map(({ key }) => key),
              chosen < convertible.length,
            )
          }
        />
      )}
      <ul>
        {shown.map(({ key, project, sheet, form, refusal }) => {
          const isTicked = refusal === null && !templates.unticked.has(key);
          return (
            <li key={key} className="template-project">
              <TickBox
                label={project === '' ? form : project}
                state={isTicked ? 'on' : 'off'}
                isDisabled={refusal !== null}
                onChange={() => tick([key], !isTicked)}
              />
              <p className="quiet">{refusal === null ? TEMPLATE_STRINGS.onSheet(sheet) : refusal}</p>
            </li>
          );
        })}
      </ul>
      {projects.length > shown.length && (
        <button
          key={shown.length}
          type="button"
          className="text-button show-more"
          onClick={() => dispatch({ type: 'moreShown', group: PROJECTS })}
        >
          {NORMALIZING_STRINGS.showMore(projects.length - shown.length)}
        </button>
      )}
    </section>
  );
}
