package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.tssj.core.AuthValue;

/** Secrets that are open together, as many as there are. */
final class OpenSecrets implements AutoCloseable {

  private final List<AuthValue> secrets = new ArrayList<>();

  AuthValue add(AuthValue secret) {
    secrets.add(secret);
    return secret;
  }

  @Override
  public void close() {
    secrets.forEach(AuthValue::close);
  }
}
