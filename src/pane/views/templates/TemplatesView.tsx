import * as React from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { selectChosenProjects, selectTemplate } from '../../state/templates/templates-reducer';
import { TEMPLATE_STRINGS } from '../../normalizing-strings';
import { BackBar } from '../BackBar';
import { FailureView } from '../FailureView';
import type { PaneViewProps } from '../PaneView';
import { ProgressView } from '../ProgressView';
import { OutdatedNote } from '../ReadingNotes';
import { ConversionPreviewView } from './ConversionPreviewView';
import { ProjectChoice } from './ProjectChoice';
import { TemplateChoice } from './TemplateChoice';

/** Clean copies of forms in another template: which, in which, and what will come of it. */
export function TemplatesView(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { plan, activity } = state.templates;
  return (
    <div className="codes-page">
      <BackBar
        label={TEMPLATE_STRINGS.backToRepairs}
        heading={TEMPLATE_STRINGS.heading}
        onBack={() => void effects.choosePage('repairs')}
      />
      {activity.kind === 'failed' && (
        <FailureView
          failure={activity.failure}
          heading={TEMPLATE_STRINGS.failedHeading}
          onRetry={() => void effects.readConversions()}
        />
      )}
      {plan === null ? (
        activity.kind === 'reading' && (
          <ProgressView label={TEMPLATE_STRINGS.reading} progress={null} isStalled={activity.isStalled} />
        )
      ) : (
        <>
          <OutdatedNote state={state} reading={state.templates} onRead={() => void effects.readConversions()} />
          {plan.projects.length === 0 ? (
            <p className="nothing">{TEMPLATE_STRINGS.noProjects}</p>
          ) : (
            <Choosing {...props} />
          )}
        </>
      )}
    </div>
  );
}

function Choosing(props: PaneViewProps): React.ReactElement {
  const { state, effects } = props;
  const { templates } = state;
  const { preview, isPreviewing } = templates;
  const isReady = selectChosenProjects(templates).length > 0 && selectTemplate(templates) !== null;
  const button = {
    text: isPreviewing ? TEMPLATE_STRINGS.previewing : TEMPLATE_STRINGS.preview,
    disabled: !isReady || isPreviewing,
    allowDisabledFocus: true,
    onClick: () => void effects.previewConversion(),
  };
  return (
    <div className="templates-body">
      <p className="quiet">{TEMPLATE_STRINGS.lead}</p>
      <ProjectChoice {...props} />
      <TemplateChoice {...props} />
      <div className="button-row">
        {preview === null ? <PrimaryButton {...button} /> : <DefaultButton {...button} />}
      </div>
      <ConversionPreviewView {...props} />
    </div>
  );
}
