/** As wide as the text of a page that a phone shows whole; text of 11 units is then readable without zooming. */
export const chartWidth = 356;
