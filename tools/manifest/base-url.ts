/** Something about the command line that its user can put right; the message is a Chinese sentence. */
export class ManifestProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ManifestProblem';
  }
}

/**
 * The address that the pages are served under, normalised and without a slash at its end.
 * @throws ManifestProblem when Excel could not load pages from there.
 */
export function parseBaseUrl(text: string): string {
  const url = readUrl(text.trim());
  const refuse = (reason: string): never => {
    throw new ManifestProblem(`地址“${text}”不能用：${reason}`);
  };
  if (url === null) return refuse('请写完整的网址，例如 https://oa.example.gov.cn/shenbao。');
  if (url.protocol === 'http:')
    return refuse('Excel 只加载 https 页面。请为服务器配置证书，并改用 https:// 开头的地址。');
  if (url.protocol !== 'https:') return refuse('必须以 https:// 开头。');
  // The parser lets quotation marks and the like pass, which no server can be named by.
  if (!/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/.test(url.hostname)) return refuse('服务器名称里有不能用的字符。');
  if (url.username !== '' || url.password !== '') return refuse('地址中不能带用户名或密码。');
  // An empty query or fragment leaves nothing but its sign.
  if (/[?#]/.test(text)) return refuse('地址中不能有“?”或“#”及其后的内容，只写网站目录。');
  if (/\.html?\/*$/i.test(url.pathname)) return refuse('只写网站目录，不写页面文件名。');
  return url.href.replace(/\/+$/, '');
}

/** True for an address that leads to the machine it is opened on, whichever that is. */
export function isThisMachine(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return /(?:^|\.)localhost$|^127\.|^\[::1\]$/.test(hostname);
}

function readUrl(text: string): URL | null {
  // The parser of URLs mends what a user did not mean: "https:server" and "https:///server".
  if (/^https?:(?!\/\/[^/\\])/i.test(text) || /\s/.test(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
