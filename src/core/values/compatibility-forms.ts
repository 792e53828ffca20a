/** Consecutive characters from a first one on, with what NFKC makes of each, between spaces; empty: it stays as it is. */
const RUNS: readonly (readonly [first: string, forms: string])[] = [
  ['\u00b2', '2 3  μ    1'],
  ['\u00bc', '1⁄4 1⁄2 3⁄4'],
  ['\u2024', '. .. ...'],
  ['\u2070', '0 i   4 5 6 7 8 9 + − = ( ) n 0 1 2 3 4 5 6 7 8 9 + − = ( )'],
  ['\u2103', '°C  c/o c/u  °F'],
  ['\u2116', 'No'],
  ['\u2120', 'SM TEL TM'],
  ['\u2150', '1⁄7 1⁄9 1⁄10 1⁄3 2⁄3 1⁄5 2⁄5 3⁄5 4⁄5 1⁄6 5⁄6 1⁄8 3⁄8 5⁄8 7⁄8 1⁄'],
  ['\u2160', 'I II III IV V VI VII VIII IX X XI XII L C D M i ii iii iv v vi vii viii ix x xi xii l c d m'],
  ['\u2460', numbered((number) => `${number}`)],
  ['\u2474', numbered((number) => `(${number})`)],
  ['\u2488', numbered((number) => `${number}.`)],
  // Radicals that stand for whole characters in texts copied out of PDF files.
  [
    '\u2f00',
    separately(
      '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广' +
        '廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿' +
        '目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑' +
        '酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠',
    ),
  ],
  ['\u3220', '(一) (二) (三) (四) (五) (六) (七) (八) (九) (十)'],
  ['\u3280', separately('一二三四五六七八九十')],
  ['\u32a3', '正'],
  ['\u3371', 'hPa da AU bar oV pc dm dm2 dm3'],
  [
    '\u3380',
    'pA nA μA mA kA KB MB GB cal kcal pF nF μF μg mg kg Hz kHz MHz GHz THz μl ml dl kl fm nm μm mm cm km mm2 cm2 m2 km2 mm3 cm3 m3 ' +
      'km3 m∕s m∕s2 Pa kPa MPa GPa rad rad∕s rad∕s2 ps ns μs ms pV nV μV mV kV MV pW nW μW mW kW MW kΩ MΩ a.m. Bq cc cd C∕kg Co. dB ' +
      'Gy ha HP in KK KM kt lm ln log lx mb mil mol PH p.m. PPM PR sr Sv Wb',
  ],
  ['\ufe30', '.. — – _ _ ( ) { } 〔 〕 【 】 《 》 〈 〉 「 」 『 』   [ ]'],
  ['\ufe4d', '_ _ _ , 、 .  ; : ? ! — ( ) { } 〔 〕 # & * + - < > =  \\ $ % @'],
  ['\uff61', '。 「 」 、 ・'],
  ['\uffe0', '¢ £ ¬  ¦ ¥'],
];

const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** The blocks of RUNS. */
const OTHERS = /[\u00b2-\u00be\u2024-\u217f\u2460-\u249b\u2f00-\u2fd5\u3220-\u33dd\ufe30-\ufe6b\uff61-\uffe5]/g;

let formOf: ReadonlyMap<string, string> | null = null;

/**
 * Unicode NFKC for what is found in Chinese filings, for Internet Explorer 11, which has none: full-width signs, blanks, numbers in circles
 * and brackets, Roman numbers, fractions, units, raised digits, upright and small punctuation, radicals.
 */
export function replaceCompatibilityForms(text: string): string {
  if (formOf === null) formOf = collectForms();
  const forms = formOf;
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(BLANKS, ' ')
    .replace(OTHERS, (sign) => forms.get(sign) || sign);
}

function collectForms(): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const [first, run] of RUNS) {
    run.split(' ').forEach((form, index) => {
      if (form !== '') forms.set(String.fromCharCode(first.charCodeAt(0) + index), form);
    });
  }
  return forms;
}

function numbered(write: (number: number) => string): string {
  const forms: string[] = [];
  for (let number = 1; number <= 20; number += 1) forms.push(write(number));
  return forms.join(' ');
}

function separately(characters: string): string {
  return characters.split('').join(' ');
}
