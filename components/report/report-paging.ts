/** Rows on one page of the report; the server reads as many as the page shows. */
export const reportPageRows = 50;
