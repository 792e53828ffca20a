/** A workbook as Base64 text. */
declare module '*.xlsx' {
  const base64: string;
  export default base64;
}
