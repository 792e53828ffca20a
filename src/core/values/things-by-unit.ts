import { bareText } from './normalize-text';
import type { TargetValue } from './target-value';

/** Things with the units they are counted in. Only things that nobody counts in the units of the others. */
const THINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:档案|卷宗|案卷)$/, '卷份件册宗页盒盘条户家人宗个'],
  [/(?:企业|公司|机构|单位|商户|门店)$/, '家户个所间'],
  [/(?:人员|学生|学员|教师|群众|居民|职工|党员|干部|志愿者|专家|老人|儿童|患者|游客|观众|读者)$/, '人名位个户万'],
  [/(?:图书|书籍|期刊|刊物|手册|画册)$/, '册本种套份期个箱'],
  [/(?:车辆|汽车|客车|公交车)$/, '辆台部个'],
  [/(?:楼宇|房屋|楼栋|建筑物)$/, '栋幢座处套间平米个万'],
  [/(?:道路|公路|管网|管道|河道|线路)$/, '公里千米条段处个项'],
  [/(?:树木|苗木|古树|乔木|灌木)$/, '株棵万亩个'],
  [/(?:牲畜|生猪|奶牛|肉牛|羊只)$/, '头只羽万个'],
  [/(?:会议|座谈会|推介会|招聘会|培训班)$/, '次场期个届天班'],
  [/(?:路灯|灯具)$/, '盏个套基座处杆'],
  [/(?:案件|信访件|投诉件|工单)$/, '件宗起个次'],
  [/(?:课题|论文|报告|文章)$/, '项个篇份册本'],
];

/** Units that count one sort of thing: a target in them is not about something else. */
const TELLING = /^(?:栋|幢|盏|辆|株|棵|头|册|公里|千米|平方米|亩|艘|架|床|卷|盘)/;

/**
 * The thing an explanation says is counted ("…企业档案数量") where the target is counted in units that only other things are
 * counted in (600栋); null where they may go together.
 */
export function otherCountedThing(
  explanation: string,
  target: TargetValue,
): { readonly thing: string; readonly unit: string } | null {
  const telling = target.kind === 'quantity' ? TELLING.exec(target.unit) : null;
  if (telling === null) return null;
  const unit = telling[0];
  const counted = /^(.{2,40}?)(?:的)?(?:总)?(?:数量|个数|数目|人数|家数|总数)(?:情况|是否达标|完成情况)?$/.exec(
    bareText(explanation),
  );
  if (counted === null) return null;
  for (const [thing, units] of THINGS) {
    const found = thing.exec(counted[1]);
    if (found !== null) return units.indexOf(unit.charAt(0)) < 0 ? { thing: found[0], unit } : null;
  }
  return null;
}
