package io.github.clv4j.growth;

/** What a model must know of a customer at one moment; checked where it is evaluated. */
record CustomerState(double tenure, double arpu, double profit, double periods) {}
