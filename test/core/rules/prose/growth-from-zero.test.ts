import rule from '../../../../src/core/rules/prose/growth-from-zero';
import { proseBook } from '../../../support/prose-book';
import { testRule } from '../../../support/test-rule';

const MESSAGE = '文中写“增长 100%”，而上年为 0，基数为零时无法计算增长率，请删去百分比，只写增加的金额。';

testRule(rule, {
  passes: {
    基数不为零: proseBook([
      '演出经费6万元，比上年增加3万元，增长100%。',
      '演出经费6万元，比上年3万元增加3万元，增长100%。',
    ]),
    零比零: proseBook(['演出经费0万元，比上年增加0万元，增长0%。', '演出经费0万元，比上年0万元增加0万元，增长0%。']),
    降到零: proseBook(['演出经费0万元，比上年减少3万元，下降100%。']),
    没有写百分比: proseBook(['演出经费3万元，比上年增加3万元，主要是新增演出。']),
    不知道是哪一项的增加: proseBook(['经费10万元，其中：演出费3万元，比上年增加3万元，增长100%。']),
    约数: proseBook(['演出经费约3万元，比上年增加3万元，增长100%。']),
  },
  fails: {
    增加额等于本年数: {
      form: proseBook(['演出经费3万元，比上年增加3万元，增长100%。']),
      findings: [['文字部分!A2', MESSAGE]],
    },
    写明上年为零: {
      form: proseBook(['演出经费3万元，比上年0万元增加3万元，增长100%。']),
      findings: [['文字部分!A2', MESSAGE]],
    },
    另起一句: {
      form: proseBook(['2.公务接待费。2025年预算数0.8万元。较2024年预算增加0.8万元，增长100%，主要是接待增加。']),
      findings: [['文字部分!A2', MESSAGE]],
    },
    本年也是零: {
      form: proseBook(['演出经费0万元，比上年增加0万元，增长100%。']),
      findings: [['文字部分!A2', MESSAGE]],
    },
  },
});
