const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件或文件夹。',
  EACCES: '没有权限访问。',
  EPERM: '没有权限访问。',
  EBUSY: '文件正被其他程序占用，请关闭后再试。',
  EISDIR: '这是文件夹，不是文件。',
  ENOTDIR: '路径中有一段不是文件夹。',
  ENAMETOOLONG: '路径太长。',
  ELOOP: '链接循环，无法到达文件。',
  EMFILE: '打开的文件太多，请稍后再试。',
  ENOSPC: '磁盘已满。',
  EROFS: '磁盘只读，不能写入。',
};

/** Why the file system refused, as a Chinese sentence; for any other error, a mistake of ours, that it is one. */
export function explainFileError(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    return REASONS[String(error.code)] ?? `读写失败（${String(error.code)}）。`;
  }
  return `程序内部错误（${String(error)}），请告知维护人员。`;
}
