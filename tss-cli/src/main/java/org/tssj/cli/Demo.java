package org.tssj.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.demo.Chapter;
import org.tssj.cli.demo.Story;
import org.tssj.cli.demo.StoryException;
import org.tssj.cli.output.ExitCode;
import org.tssj.core.Family;

/**
 * The demonstration behind {@code bin/demo}: the main job on software TPMs of both families. Ends
 * with 0 only if everything that it tells has happened.
 */
public final class Demo {

  private Demo() {}

  /** Tells the story and ends the process with the exit code. */
  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /**
   * Tells the story.
   *
   * @param args the file to measure; without it, the jar this class is in
   * @return one of {@link ExitCode}
   */
  public static int run(PrintStream out, PrintStream err, String... args) {
    try {
      if (args.length > 1 || Arrays.asList(args).contains("--help")) {
        throw new UsageException("usage: demo [FILE], where FILE is what gets measured");
      }
      Path file = args.length == 1 ? new InputFile(args[0]).readablePath() : ourselves();
      Story story = new Story(out);
      story.open(
          "What a TPM is good for",
          "A TPM is a small chip that a computer cannot lie to. What is measured into it stays"
              + " measured until the next restart, and it signs what it has seen. Somebody far away"
              + " can so tell whether a computer runs what it should. This happens now, twice: with"
              + " a TPM 2.0 and with a TPM 1.2.");
      for (Family family : new Family[] {Family.TPM20, Family.TPM12}) {
        tell(story, family, file);
      }
      out.println();
      out.println("All of this has happened.");
      return ExitCode.DONE;
    } catch (StoryException e) {
      err.println("demo: the story did not happen as told: " + e.getMessage());
      return ExitCode.REFUSED;
    } catch (IOException | RuntimeException e) {
      Failure failure = Failure.of(e);
      err.println("demo: " + failure.message());
      return failure.exitCode();
    }
  }

  private static void tell(Story story, Family family, Path file) throws IOException {
    Path folder = Files.createTempDirectory("tssj-demo");
    try {
      new Chapter(story, family, file, folder).tell();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, IOException e) throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The jar this class is in, or its class file where there is no jar. */
  private static Path ourselves() {
    try {
      Path home = Path.of(Demo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(home) ? home.resolve("org/tssj/cli/Demo.class") : home;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a jar lies where no file can", e);
    }
  }
}
