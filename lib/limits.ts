/** Every limit of the product, in one place. A limit that is hit is named in the message that refuses. */

const MB = 1024 * 1024;

export const limits = {
  /** Bytes of an uploaded file. */
  fileBytes: 512 * MB,
  /** Rows of a sheet, as in spreadsheet programs. */
  rows: 1_048_576,
  /** Columns that are read. */
  columns: 500,
  /** Characters in one cell; spreadsheet programs allow 32,767. */
  cellChars: 32_767,
  /** Characters in one record of a text file, before it is taken as malformed. */
  recordChars: 1_048_576,
  /** Characters of a file name that are kept. */
  fileNameChars: 200,
  /** Rows committed before the submit answers, by page or API; more go to the worker. */
  submitInline: 2000,
  /** Rows of an import whose totals the plan of a mapping says. */
  plannedRows: 50_000,
  /** Rows in one window of the grid or the API. */
  windowRows: 500,
  /** Bytes of the body of a bulk request, packed or not. */
  bodyBytes: 50 * MB,
  /** Customers in one bulk request that is carried out at once. */
  bulkCustomers: 10_000,
  /** Customers in one bulk request that is scheduled. */
  scheduledCustomers: 500,
  /** Bytes of one customer in a bulk request: read in one go, without a turn for others. */
  entryBytes: MB / 2,
  /** Addresses, attributes and the like that one customer of a bulk request may have of each. */
  partsOfCustomer: 1000,
  /** Of all customers of a bulk request together: more would take minutes, for which nobody waits. */
  partsOfRequest: 1_000_000,
  /** Levels of lists and objects inside each other in JSON. */
  jsonDepth: 32,
  /** Problems that the refusal of a request names. */
  namedProblems: 100,
} as const;
