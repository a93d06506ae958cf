package org.tssj.simulator.tools;

import java.io.IOException;

/**
 * One of the two: a machine, the folder of its files, and how tools are run there.
 *
 * @param machine with its TPM
 * @param folder where they find and leave their files
 * @param tools the old ones or ours
 */
record Side(Machine machine, Folder folder, Tools tools) implements AutoCloseable {

  Outcome run(Step step) throws IOException, InterruptedException {
    var before = folder.content();
    Tools.Ended ended =
        tools.run(
            folder.resolved(step.arguments()), step.input(), machine.environment(), folder.path());
    return new Outcome(ended.status(), ended.out(), ended.err(), folder.changedSince(before))
        .without(folder.prefix());
  }

  @Override
  public void close() throws IOException {
    try (machine) {
      folder.close();
    }
  }
}
