package org.tssj.tpm12.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.WireWriter;

/**
 * A command's declaration: its ordinal, its handles, its parameters, its response and its
 * authorisations. Everything the engine does follows from it.
 *
 * @param <C> the command's record
 * @param <R> the response's record
 * @see "TPM 1.2 Main, Part 3, 2 Notation"
 */
public final class CommandSpec<C, R> {

  private static final int MOST_ROLES = 2;

  private final int ordinal;
  private final Struct<C> request;
  private final Struct<R> response;
  private final List<Role> roles;
  private final int handles;
  private final int responseHandles;
  private final boolean refusalNamesRole;
  private final Optional<Revelation<C, R>> revelation;

  private record Revelation<C, R>(String role, AnswerCipher.Revealer<C, R> revealer) {}

  private CommandSpec(
      int ordinal,
      Struct<C> request,
      Struct<R> response,
      List<Role> roles,
      boolean refusalNamesRole,
      Optional<Revelation<C, R>> revelation) {
    this.ordinal = ordinal;
    this.request = request;
    this.response = response;
    this.roles = roles;
    this.refusalNamesRole = refusalNamesRole;
    this.revelation = revelation;
    this.handles = leadingHandles(request);
    this.responseHandles = leadingHandles(response);
    if (roles.size() > MOST_ROLES
        || roles.size() == MOST_ROLES && roles.get(0).required() && !roles.get(1).required()) {
      throw new IllegalStateException(
          name() + ": at most two authorisations, and the last is left out last: " + roles);
    }
    for (Field<C, ?> field : request.fields()) {
      if (field instanceof EncAuthField<?> secret) {
        requireRole(secret.role());
      } else if (field instanceof EncDataField<?> data) {
        requireRole(data.role());
      }
    }
    revelation.ifPresent(part -> requireRole(part.role()));
  }

  private void requireRole(String name) {
    if (roles.stream().noneMatch(role -> role.name().equals(name))) {
      throw new IllegalStateException(name() + ": there is no authorisation " + name);
    }
  }

  private static int leadingHandles(Struct<?> struct) {
    int count = 0;
    for (Field<?, ?> field : struct.fields()) {
      if (!(field instanceof HandleField<?>)) {
        break;
      }
      count++;
    }
    return count;
  }

  /**
   * Declares a command.
   *
   * @param ordinal TPM_COMMAND_CODE, 32 bits
   * @param request the command's record: first its handles, then its parameters, named as in Part 3
   * @param response the response's record, likewise
   * @param roles its authorisations in wire order. Where fewer are given, the last ones are meant
   */
  public static <C extends Command<R>, R> CommandSpec<C, R> command(
      int ordinal, Struct<C> request, Struct<R> response, Role... roles) {
    return new CommandSpec<>(
        ordinal, request, response, List.of(roles), true, Optional.empty());
  }

  /**
   * The same, for a command of which TPMs do not agree which authorisation TPM_AUTHFAIL means and
   * which TPM_AUTH2FAIL.
   */
  public CommandSpec<C, R> withRefusalsInAnyOrder() {
    return new CommandSpec<>(ordinal, request, response, roles, false, revelation);
  }

  /**
   * The same, for a command whose answer may be encrypted under the session of an authorisation.
   *
   * @param role the authorisation
   */
  public CommandSpec<C, R> withEncryptedAnswer(
      String role, AnswerCipher.Revealer<C, R> revealer) {
    return new CommandSpec<>(
        ordinal,
        request,
        response,
        roles,
        refusalNamesRole,
        Optional.of(new Revelation<>(role, revealer)));
  }

  /** TPM_COMMAND_CODE: the ordinal. */
  public int ordinal() {
    return ordinal;
  }

  /** The command's name in the specification: {@code TPM_GetRandom}. */
  public String name() {
    return request.name();
  }

  /** Handles and parameters, in wire order. */
  public Struct<C> request() {
    return request;
  }

  /** Response handle and parameters, in wire order. */
  public Struct<R> response() {
    return response;
  }

  /** The authorisations it takes, in wire order. */
  public List<Role> roles() {
    return roles;
  }

  /** How many of the authorisations it never goes without. */
  public int requiredRoles() {
    return (int) roles.stream().filter(Role::required).count();
  }

  /** Whether TPM_AUTHFAIL means the first authorisation and TPM_AUTH2FAIL the second. */
  public boolean refusalNamesRole() {
    return refusalNamesRole;
  }

  /** How many handles stand in front, outside the HMAC digest. */
  public int handleCount() {
    return handles;
  }

  /** How many of the handles are keys'. */
  public int keyHandleCount() {
    return (int)
        request.fields().stream()
            .limit(handles)
            .filter(field -> field instanceof HandleField<?> handle && handle.isKey())
            .count();
  }

  /** How many handles stand in front of the response, outside the HMAC digest. */
  public int responseHandleCount() {
    return responseHandles;
  }

  /** The names of the handles. */
  public List<String> handleNames() {
    return request.fields().stream().limit(handles).map(Field::name).toList();
  }

  /** Appends a command's handles. */
  public void writeHandles(Command<R> command, WireWriter out) {
    request.writeFields(exact(command), out, 0, handles);
  }

  /**
   * What is encrypted among the parameters.
   *
   * @param name the field's name in the specification
   * @param role the authorisation whose OSAP session encrypts it
   * @param from where in the output it begins, behind a count
   * @param to where it ends
   * @param newSecret whether it is a secret of 20 octets; else it is data
   */
  public record Hidden(String name, String role, int from, int to, boolean newSecret) {}

  /**
   * Appends a command's parameters, with new secrets as they are.
   *
   * @return what has to be encrypted in place, in wire order
   */
  public List<Hidden> writeParameters(Command<R> command, WireWriter out) {
    C exact = exact(command);
    List<Hidden> hidden = new ArrayList<>(0);
    List<Field<C, ?>> fields = request.fields();
    for (int k = handles; k < fields.size(); k++) {
      int from = out.size();
      request.writeFields(exact, out, k, k + 1);
      if (fields.get(k) instanceof EncAuthField<?> secret) {
        hidden.add(new Hidden(secret.name(), secret.role(), from, out.size(), true));
      } else if (fields.get(k) instanceof EncDataField<?> data) {
        hidden.add(
            new Hidden(data.name(), data.role(), from + Integer.BYTES, out.size(), false));
      }
    }
    return hidden;
  }

  /** The authorisation under whose session parts of the answer may be encrypted, if there is one. */
  public Optional<String> answerRole() {
    return revelation.map(Revelation::role);
  }

  /** An answer with nothing in it encrypted. */
  public R reveal(Command<R> command, R answer, AnswerCipher cipher) {
    return revelation
        .map(part -> part.revealer().reveal(exact(command), answer, cipher))
        .orElse(answer);
  }

  private C exact(Command<R> command) {
    // A command hands out the spec of its own type.
    @SuppressWarnings("unchecked")
    C exact = (C) command;
    return exact;
  }

  @Override
  public String toString() {
    return String.format("%s [0x%08x]", name(), ordinal);
  }
}
