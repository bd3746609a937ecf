-- Turns the raw columns of the IBM telco sample into the inputs of plan-loyalty-index.json, customer by customer.
-- "No internet service" and "No phone service" count as not holding the service.
SELECT
    input_row,
    customerID AS customer_id,

    -- value: 30 % of the monthly charges are profit
    0.30 * MonthlyCharges AS monthly_profit,

    -- services: who holds them, and the group whose share of holders is the probability of taking them
    Contract || ' / ' || InternetService AS contract_and_internet,
    OnlineSecurity = 'Yes' AS has_online_security,
    OnlineBackup = 'Yes' AS has_online_backup,
    DeviceProtection = 'Yes' AS has_device_protection,
    TechSupport = 'Yes' AS has_tech_support,
    StreamingTV = 'Yes' AS has_streaming_tv,
    StreamingMovies = 'Yes' AS has_streaming_movies,

    -- churn: the outcome and the features, each text as a 0/1 column for every level but the first
    Churn = 'Yes' AS churned,
    tenure,
    MonthlyCharges AS monthly_charges,
    Contract = 'One year' AS contract_one_year,
    Contract = 'Two year' AS contract_two_year,
    InternetService = 'Fiber optic' AS internet_fiber_optic,
    InternetService = 'No' AS internet_none,
    PaymentMethod = 'Credit card (automatic)' AS pays_by_credit_card,
    PaymentMethod = 'Electronic check' AS pays_by_electronic_check,
    PaymentMethod = 'Mailed check' AS pays_by_mailed_check,
    PaperlessBilling = 'Yes' AS paperless_billing,
    SeniorCitizen AS senior_citizen,
    Partner = 'Yes' AS has_partner,
    Dependents = 'Yes' AS has_dependents,
    gender = 'Male' AS is_male,

    -- loyalty index: behaviour; customers of the first month (tenure 0) have no total yet
    CASE WHEN tenure = 0 THEN MonthlyCharges ELSE TotalCharges / tenure END AS average_spend,
    (PhoneService = 'Yes')::INTEGER + (MultipleLines = 'Yes')::INTEGER + (InternetService <> 'No')::INTEGER
        + (OnlineSecurity = 'Yes')::INTEGER + (OnlineBackup = 'Yes')::INTEGER + (DeviceProtection = 'Yes')::INTEGER
        + (TechSupport = 'Yes')::INTEGER + (StreamingTV = 'Yes')::INTEGER + (StreamingMovies = 'Yes')::INTEGER
        AS services_held,
    MonthlyCharges / average_spend AS consumption_trend
FROM customers
