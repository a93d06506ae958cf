package org.tssj.tpm20.command;

import java.util.ArrayList;
import java.util.List;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * A command's declaration: its code, its handles with their roles, its parameters and its response.
 * Everything the engine does follows from it.
 *
 * @param <C> the command's record
 * @param <R> the response's record
 * @see "TPM 2.0 Library, Part 1, 18 Command/Response Structure"
 */
public final class CommandSpec<C, R> {

  private final int code;
  private final Struct<C> request;
  private final Struct<R> response;
  private final List<HandleField<C>> handles;
  private final int authHandles;
  private final int responseHandles;
  private final boolean sessionsAllowed;

  private CommandSpec(int code, Struct<C> request, Struct<R> response, boolean sessionsAllowed) {
    this.code = code;
    this.request = request;
    this.response = response;
    this.sessionsAllowed = sessionsAllowed;
    List<HandleField<C>> leading = new ArrayList<>();
    for (Field<C, ?> field : request.fields()) {
      if (!(field instanceof HandleField<?>)) {
        break;
      }
      // A field of this struct is a field of C.
      @SuppressWarnings("unchecked")
      HandleField<C> handle = (HandleField<C>) field;
      leading.add(handle);
    }
    handles = List.copyOf(leading);
    authHandles = (int) leading.stream().filter(handle -> handle.role().isPresent()).count();
    responseHandles =
        (int) response.fields().stream().filter(HandleField.class::isInstance).count();
  }

  /**
   * Declares a command.
   *
   * @param code TPM_CC, 32 bits
   * @param request the command's record: first its handles, then its parameters, named as in Part 3
   * @param response the response's record, likewise
   */
  public static <C extends Command<R>, R> CommandSpec<C, R> command(
      int code, Struct<C> request, Struct<R> response) {
    return new CommandSpec<>(code, request, response, true);
  }

  /** The same, for a command that takes no session of any kind (Part 3: "TPM_ST_NO_SESSIONS"). */
  public CommandSpec<C, R> withoutSessions() {
    return new CommandSpec<>(code, request, response, false);
  }

  /** TPM_CC: the command code. */
  public int code() {
    return code;
  }

  /** The command's name in the specification: {@code TPM2_GetRandom}. */
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

  /** The handles, in wire order. Those that need an authorisation come first. */
  public List<HandleField<C>> handles() {
    return handles;
  }

  /** How many of the handles need an authorisation. */
  public int authHandleCount() {
    return authHandles;
  }

  /** How many handles the response has: 0 or 1. */
  public int responseHandleCount() {
    return responseHandles;
  }

  /** Whether any session may accompany the command. */
  public boolean sessionsAllowed() {
    return sessionsAllowed;
  }

  /** The names of the parameters, as error codes number them from 1. */
  public List<String> parameterNames() {
    return request.fields().stream().skip(handles.size()).map(Field::name).toList();
  }

  /** The names of the handles, as error codes number them from 1. */
  public List<String> handleNames() {
    return handles.stream().map(Field::name).toList();
  }

  /**
   * Whether a session may encrypt the first parameter: only if that is a TPM2B (Part 1, 21.1
   * Session-Based Encryption).
   */
  public boolean firstParameterCanBeEncrypted() {
    return sessionsAllowed && isSized(request.fields(), handles.size());
  }

  /** Whether a session may encrypt the first parameter of the response. */
  public boolean firstResponseParameterCanBeEncrypted() {
    return sessionsAllowed && isSized(response.fields(), responseHandles);
  }

  private static <S> boolean isSized(List<Field<S, ?>> fields, int first) {
    if (fields.size() <= first || fields.get(first).parts().isEmpty()) {
      return false;
    }
    Layout layout = fields.get(first).parts().get(0).layout();
    return layout instanceof Layout.Counted counted && counted.prefix() == 2
        || layout instanceof Layout.Sized sized && sized.prefix() == 2;
  }

  /** The handles of one command, in wire order. */
  public List<Handle> handlesOf(Command<R> command) {
    C exact = exact(command);
    List<Handle> values = new ArrayList<>(handles.size());
    for (HandleField<C> handle : handles) {
      values.add(handle.of(exact));
    }
    return values;
  }

  /**
   * Appends a command's handle area.
   *
   * @throws IllegalArgumentException if a handle is of a kind that cannot stand there
   */
  public void writeHandles(Command<R> command, WireWriter out) {
    writeFields(command, out, 0, handles.size());
  }

  /**
   * Appends a command's parameter area.
   *
   * @throws IllegalArgumentException if a parameter is not allowed or too long
   */
  public void writeParameters(Command<R> command, WireWriter out) {
    writeFields(command, out, handles.size(), request.fields().size());
  }

  private void writeFields(Command<R> command, WireWriter out, int from, int to) {
    try {
      request.writeFields(exact(command), out, from, to);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name() + "." + e.getMessage(), e);
    }
  }

  private C exact(Command<R> command) {
    // A command hands out the spec of its own type.
    @SuppressWarnings("unchecked")
    C exact = (C) command;
    return exact;
  }

  @Override
  public String toString() {
    return String.format("%s [0x%08x]", name(), code);
  }
}
