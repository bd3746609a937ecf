package io.github.clv4j.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Java of one section of a Markdown page as a program: its {@code java} blocks are the program, its {@code text} blocks
 * are what the program prints. Blocks of no stated kind, such as formulas, are only for reading.
 */
record MarkdownProgram(String page, String section, String java, String output) {

    /** The programs of a page, one for each section that has Java in it. */
    static List<MarkdownProgram> of(Path page) throws IOException {
        List<MarkdownProgram> programs = new ArrayList<>();
        String section = "top";
        StringBuilder java = new StringBuilder();
        StringBuilder output = new StringBuilder();
        StringBuilder block = null;
        for (String line : (Files.readString(page) + "\n## end").lines().toList()) {
            if (line.startsWith("```")) {
                block = line.equals("```java") ? java : line.equals("```text") ? output : null;
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (line.startsWith("## ")) {
                if (!java.isEmpty()) {
                    programs.add(new MarkdownProgram(page.toString(), section, java.toString(), output.toString()));
                }
                section = line.substring(3);
                java.setLength(0);
                output.setLength(0);
            }
        }
        return programs;
    }

    /** Compiles and runs the program and returns what it printed. */
    String run(Path folder) throws Exception {
        Path source = folder.resolve("Snippet.java");
        Files.writeString(source, source());
        compile(source, folder);
        PrintStream before = System.out;
        Locale locale = Locale.getDefault();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Locale.setDefault(Locale.ROOT); // the pages print decimal points
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Snippet").getMethod("run").invoke(null);
        } finally {
            System.setOut(before);
            Locale.setDefault(locale);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String source() {
        StringBuilder imports = new StringBuilder();
        StringBuilder body = new StringBuilder();
        java.lines()
                .forEach(line -> (line.startsWith("import ") ? imports : body)
                        .append(line)
                        .append('\n'));
        return imports + "public class Snippet { public static void run() throws Exception {\n" + body + "}}\n";
    }

    private void compile(Path source, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-encoding",
                                    "UTF-8",
                                    "-d",
                                    folder.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new AssertionError(this + "\n" + messages);
            }
        }
    }

    @Override
    public String toString() {
        return page + ": " + section;
    }
}
