package org.tssj.transport.rm;

import java.io.IOException;

/** The books of a TPM 1.2. */
final class Swapper12 implements Swapper {

  private final Line line;

  Swapper12(Line line) {
    this.line = line;
  }

  @Override
  public byte[] exchange(Tenant tenant, byte[] command) throws IOException {
    return line.exchange(command);
  }

  @Override
  public void depart(Tenant tenant) {}

  @Override
  public void forgetLoaded() {}

  @Override
  public void takeStock() {}
}
