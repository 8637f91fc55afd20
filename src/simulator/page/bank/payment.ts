/** What the payer confirms, and what the bank made of it. */
export type Payment = { satang: number; times: number }
export type Paid = Payment & { transactionId: string }
