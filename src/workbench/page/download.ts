const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a file to the browser's downloads. */
export function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX_TYPE }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download starts after this turn; the address may go once it has.
  window.setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** "申报表.xlsx" with "-修改" is "申报表-修改.xlsx"; a name without ending gets one. */
export function nameOfCopy(name: string, suffix: string): string {
  const match = /^(.*)(\.xlsx|\.xlsm)$/i.exec(name);
  return match ? `${match[1]}${suffix}${match[2]}` : `${name}${suffix}.xlsx`;
}
