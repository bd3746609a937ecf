-- Turns the raw columns of customers-simulated.csv into the inputs of the plan, customer by customer.
SELECT
    input_row,
    customer_id,

    -- value: 30 % of the monthly spend are profit
    0.30 * monthly_spend AS monthly_profit,

    -- service: each of the four not held yet would bring as much as each that is held; how likely a customer takes the
    -- rest is the share of those who hold all four among customers of about the same tenure
    services = 4 AS has_whole_bundle,
    monthly_profit / services * (4 - services) AS profit_of_the_rest,
    CASE
        WHEN tenure_months < 24 THEN 'less than 2 years'
        WHEN tenure_months < 48 THEN '2 to 4 years'
        ELSE '4 years and more'
    END AS tenure_band,

    -- churn: the outcome and what the customer does; what the customer feels is left to the index
    churned = 'Yes' AS churned,
    tenure_months AS tenure,
    monthly_spend,
    services,
    monthly_spend / NULLIF(spend_year_ago, 0) AS spend_trend,

    -- loyalty index: answers from 1 to 5, as they were given; the preset knows that low is loyal for competitors and
    -- price. 9 stands for no answer, so it is missing, as all answers are of those who were never asked
    NULLIF(satisfaction, 9) AS satisfaction,
    NULLIF(recommends, 9) AS recommends,
    NULLIF(competitors, 9) AS competitors,
    NULLIF(price, 9) AS price,
    NULLIF(tolerance, 9) AS tolerance,
    NULLIF(resistance, 9) AS resistance
FROM customers
