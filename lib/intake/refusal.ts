/** A file that cannot be read, as a value: one sentence that names the file and the remedy. */
export type Refusal = { refused: string };

/** Thrown while rows are being read, where damage, a bomb or a limit shows late. The message is for a person. */
export class RefusedWhileReading extends Error {
  override name = 'RefusedWhileReading';
}

/** What `work` returns, or the refusal it threw; every other error is a broken program and passes through. */
export const refusalAsValue = async <T>(work: () => Promise<T>): Promise<T | Refusal> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedWhileReading) return { refused: error.message };
    throw error;
  }
};

export const damaged = (fileName: string): RefusedWhileReading =>
  new RefusedWhileReading(
    `${fileName} is damaged and cannot be read to the end. Save it again and upload the new file.`,
  );

export const tooManyRows = (fileName: string, limit: number): RefusedWhileReading =>
  new RefusedWhileReading(
    `${fileName} has more than ${limit.toLocaleString('en-US')} rows. Split it into two files or more.`,
  );

export const tooManyColumns = (fileName: string, limit: number): RefusedWhileReading =>
  new RefusedWhileReading(`${fileName} has more than ${limit} columns. Remove the columns that are not needed.`);

export const tooMuchInside = (fileName: string): RefusedWhileReading =>
  new RefusedWhileReading(
    `${fileName} holds far more than its size allows for, so it is not read. Save the sheet as CSV and upload that.`,
  );

export const tooManyBrokenQuotes = (fileName: string): RefusedWhileReading =>
  new RefusedWhileReading(
    `${fileName} has too many quotation marks that do not close. Save it again as CSV from a spreadsheet program.`,
  );
