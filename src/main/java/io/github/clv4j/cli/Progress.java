package io.github.clv4j.cli;

import io.github.clv4j.base.Language;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A bar on standard error that shows how far a pass over a file is, once it has taken more than a second, and is wiped away in
 * the end. It is shown on a terminal only: not where standard error goes into a file or a pipe. Not thread-safe.
 */
final class Progress {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What a pass is for. */
    enum Task {
        READING("reading", "读取"),
        SCORING("scoring", "评分");

        private final String english;
        private final String chinese;

        Task(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        String displayName(Language language) {
            return language.pick(english, chinese);
        }
    }

    private final Optional<Language> language;
    private String task = "";
    private int customers;
    private long started;
    private boolean asked;
    private @Nullable ProgressBar bar;

    private Progress(Optional<Language> language) {
        this.language = language;
    }

    /** A bar that is never shown. */
    static Progress none() {
        return new Progress(Optional.empty());
    }

    /** A bar that is shown if standard error is a terminal. */
    static Progress on(Language language) {
        return new Progress(Optional.of(language));
    }

    void start(Task next, int ofCustomers) {
        stop();
        language.ifPresent(spoken -> task = next.displayName(spoken));
        customers = ofCustomers;
        started = System.nanoTime();
    }

    void reached(int customer) {
        if (bar == null && language.isPresent() && !asked && System.nanoTime() - started > PATIENCE_NANOS) {
            asked = true;
            if (isTerminal()) {
                bar = bar();
            }
        }
        if (bar != null) {
            bar.stepTo(customer);
        }
    }

    void stop() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        asked = false;
    }

    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(customers)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .clearDisplayOnFinish()
                .build();
    }

    /**
     * Whether standard error, which a child process is given as its own, is a terminal. Java itself knows of standard input and
     * output only: it may have a console although errors go into a file, and none because the table does. Where there is no
     * {@code test}, as on Windows, no bar is shown.
     */
    private static boolean isTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
