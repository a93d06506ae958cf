package org.tssj.cli.tool;

import java.util.List;
import org.tssj.cli.environment.Environment;

/** A program of before under its old name. Made for one run. */
public interface Tool {

  /** What tpm-tools end with when anything fails: -1, as a shell sees it. */
  int FAILED = 255;

  /**
   * Runs it as the program of before would run.
   *
   * @param name the name it was called by, which its messages begin with
   * @param args what stands behind the name
   * @return the exit code
   */
  int run(Environment machine, String name, List<String> args);
}
