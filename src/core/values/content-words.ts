import { bareText } from './normalize-text';

/** Words in which a function word is a part of the meaning: 数据, 参与, 行为. */
const WHOLE =
  '数据|数字|数控|少数|指数|参数|参与|行为|作为|人为|和谐|和平|共和|饱和|温和|对象|对外|对口|对接|对标|应对|结对|等级|高等|初等|中等|平等|等保|方向|导向|面向|意向|定向|其他|到位|到岗|迟到|报到|效率|频率|汇率|利率|税率|费率|功率|目的|的士|了解|将军|以上|以下|以内|以工代赈|以案|在线|在岗|在册|在校|在建|在孵|存在|潜在|由于|理由|自由|普及|涉及|及格|或许|每周|时间戳|比例尺';

/** Words that any indicator or goal may hold: sharing them says nothing about the subject. */
const GENERIC =
  '该|本|此|各|每|年度|全年|当年|本年度|指标|项目|工作|任务|情况|内容|方面|相关|有关|主要|重点|进一步|有效|及时|全面|积极|不断|持续|充分|完成|开展|进行|实施|组织|举办|推进|推动|落实|做好|加强|提升|提高|促进|保障|确保|实现|达到|考察|考核|考查|衡量|评价|反映|体现|是否|通过|数量|质量|时效|次数|人数|个数|数目|总数|数|率|比例|程度|时间|金额|预算|以及|或者|对于|关于|按照|根据|的|了|在|和|与|及|或|等|为|是|对|向|由|被|把|将|以|到|于|其';

const SPLITTER = new RegExp(`(${WHOLE})|(?:${GENERIC})`, 'g');

/**
 * The words of a short text that say what it is about, in order: runs of characters left when numbers, marks, function words and
 * words of every filing (工作, 项目, 完成, 情况, 是否) are taken out. Runs of one character are left out.
 */
export function contentWords(text: string): readonly string[] {
  return contentRuns(bareText(text)).filter((word) => word.length >= 2);
}

/** As contentWords for a text that is bare already (see bareText), with the runs of one character. */
export function contentRuns(bare: string): readonly string[] {
  return bare
    .replace(SPLITTER, (_found, whole: string | undefined) => whole || ' ')
    .split(/[^a-z\u4e00-\u9fa5]+/)
    .filter((run) => run !== '');
}
