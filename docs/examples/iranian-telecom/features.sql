-- Iranian Churn, UCI dataset 563. Double blanks in column names are those of the file.
SELECT
  input_row,

  -- The file has no ids: number its rows from 1. The ids hold within one file only.
  CAST(input_row + 1 AS VARCHAR) AS customer_id,

  -- The operator's own value: calls and messages of nine months, weighted by age group. Divided by nine it stands in
  -- for the profit per month; its unit is not stated. The plan assumes that it goes on for 12 months at 1 % a month.
  "Customer Value" / 9 AS monthly_profit,

  -- Use and complaints of the same nine months; churn is the state three months later.
  -- Left out: Status ("non-active" may already mean gone), Subscription Length (may end with the churn), and
  -- Customer Value (the value axis; it is made of calls and messages).
  "Complains" AS complained,
  "Call  Failure" AS call_failures,
  "Charge  Amount" AS charge_level,
  "Seconds of Use" / 60 AS minutes,
  "Frequency of SMS" AS text_messages,
  "Distinct Called Numbers" AS called_numbers,
  "Churn" AS churned

  -- No services: the file does not say what a customer could still take or what that would bring. Every potential
  -- value is 0, and the plan's fixed cut of 1 calls it low.
FROM customers
