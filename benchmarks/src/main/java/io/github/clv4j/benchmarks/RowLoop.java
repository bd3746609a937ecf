package io.github.clv4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The loop over rows that one writes without a library: a list of customers in, a list of scores out. */
final class RowLoop {

    private final PeerModel model;
    private final List<Customer> customers;

    RowLoop(PeerModel model, SimulatedCustomers base) {
        this.model = model;
        this.customers = new ArrayList<>(base.customers);
        for (int i = 0; i < base.customers; i++) {
            customers.add(base.customer(i));
        }
    }

    List<Score> run() {
        List<Score> scores = new ArrayList<>(customers.size());
        for (Customer customer : customers) {
            scores.add(model.score(customer));
        }
        return scores;
    }
}
