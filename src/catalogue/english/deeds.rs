//! What a user can do, in the words of buttons and of the notice afterwards.

/// One thing a user can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The words on the button, and in undo and redo: "Log touchpoint".
    pub doing: &'static str,
    /// The words once it is done: "Touchpoint logged". Empty when nothing is to be said.
    pub done: &'static str,
}

const fn deed(doing: &'static str, done: &'static str) -> Deed {
    Deed { doing, done }
}

/// Adds a partner.
pub const ADD_PARTNER: Deed = deed("Add partner", "Partner added");
/// Merges a backup with what is here.
pub const MERGE_BACKUP: Deed = deed("Merge backup", "Backup merged");
/// Brings a list in.
pub const IMPORT: Deed = deed("Import list", "");
/// Changes a profile.
pub const EDIT_PARTNER: Deed = deed("Edit partner", "Partner saved");
/// Changes a private note.
pub const EDIT_NOTE: Deed = deed("Edit note", "Note saved");
/// Deletes a partner.
pub const DELETE_PARTNER: Deed = deed("Delete partner", "Partner deleted");
/// Makes one of two partners.
pub const MERGE_PARTNERS: Deed = deed("Merge partners", "Partners merged");
/// Makes one of two people.
pub const MERGE_PEOPLE: Deed = deed("Merge people", "People merged");
/// Changes several partners at once.
pub const EDIT_PARTNERS: Deed = deed("Edit partners", "Partners changed");
/// Saves a view of the list.
pub const SAVE_VIEW: Deed = deed("Save view", "View saved");
/// Changes a saved view.
pub const CHANGE_VIEW: Deed = deed("Change view", "View changed");
/// Deletes a saved view.
pub const DELETE_VIEW: Deed = deed("Delete view", "View deleted");
/// Changes the stage.
pub const MOVE_STAGE: Deed = deed("Change stage", "Stage changed");
/// Moves to the stage Ending.
pub const BEGIN_ENDING: Deed = deed("Begin the ending", "Ending begun");
/// Takes a row off the day until another.
pub const SHOW_LATER: Deed = deed("Show later", "Off today's list until then");
/// Books the conversation.
pub const BOOK_TALK: Deed = deed("Book the call", "Call booked");
/// Notes how the conversation went.
pub const HOLD_TALK: Deed = deed("Note how the call went", "Call noted");
/// Takes back that it was held.
pub const UNHOLD_TALK: Deed = deed("It was not held", "Noted as not held");
/// Writes what both sides say.
pub const TELL_STORY: Deed = deed("Write the story", "Story saved");
/// Notes that both sides agreed.
pub const AGREE_STORY: Deed = deed("Note the agreement", "Agreement noted");
/// Notes why there is no story of both.
pub const DECLINE_STORY: Deed = deed("Do without one", "Noted why there is none");
/// Tells one after all.
pub const RETELL_STORY: Deed = deed("Tell one after all", "The story is open again");
/// Starts the clean-up anew.
pub const RESTART_CLEAN_UP: Deed = deed("Start the list anew", "Clean-up started");
/// Plans the post-mortem.
pub const PLAN_REVIEW: Deed = deed("Plan the post-mortem", "Post-mortem planned");
/// Notes that it was held.
pub const HOLD_REVIEW: Deed = deed("Post-mortem held", "Noted as held");
/// Writes an answer to a why.
pub const ANSWER_WHY: Deed = deed("Add answer", "Answer added");
/// Puts it in other words.
pub const REWORD_WHY: Deed = deed("Edit answer", "Answer saved");
/// Names it a root cause.
pub const NAME_CAUSE: Deed = deed("Name the cause", "Cause named");
/// Takes the name off.
pub const UNNAME_CAUSE: Deed = deed("Take the name off", "No longer a cause");
/// Deletes an answer with what is beneath it.
pub const REMOVE_WHY: Deed = deed("Delete answer", "Answer deleted");
/// Says what changes because of a cause.
pub const ADD_ACTION: Deed = deed("Add action", "Action added");
/// Changes an action.
pub const EDIT_ACTION: Deed = deed("Edit action", "Action saved");
/// Notes that an action is done.
pub const FINISH_ACTION: Deed = deed("Mark action done", "Action done");
/// Opens it again.
pub const REOPEN_ACTION: Deed = deed("Open action again", "Action open again");
/// Deletes an action.
pub const REMOVE_ACTION: Deed = deed("Delete action", "Action deleted");
/// Chooses whom to keep, and when to write.
pub const KEEP_PERSON: Deed = deed("Choose person and day", "Person and day saved");
/// Notes that the note was sent.
pub const SEND_NOTE: Deed = deed("Mark sent", "Note marked as sent");
/// Takes that back.
pub const UNSEND_NOTE: Deed = deed("Not sent", "Noted as not sent");
/// Notes why no note is sent.
pub const LEAVE_NOTE: Deed = deed("Send none", "Noted why none is sent");
/// Writes one after all.
pub const WRITE_NOTE_AFTER_ALL: Deed = deed("Write one after all", "The note is open again");
/// Changes how a person is kept in touch with.
pub const NURTURE: Deed = deed("Change keeping in touch", "Saved");
/// Closes the gate.
pub const CLOSE_ENDING: Deed = deed("Close and move to alumni", "Gate closed");
/// Does something about a past cause.
pub const ACT_ON_CAUSE: Deed = deed("Do something about it", "Promise added");
/// Sets a past cause aside for a partner.
pub const SET_CAUSE_ASIDE: Deed = deed("Does not apply here", "Set aside for this partner");
/// Changes the tier.
pub const SET_TIER: Deed = deed("Change tier", "Tier changed");
/// Adds a touchpoint.
pub const LOG_TOUCHPOINT: Deed = deed("Log touchpoint", "Touchpoint logged");
/// Adds a traction event.
pub const LOG_RESULT: Deed = deed("Log result", "Result logged");
/// Adds a commitment.
pub const ADD_PROMISE: Deed = deed("Add promise", "Promise added");
/// Adds a milestone.
pub const ADD_MILESTONE: Deed = deed("Add milestone", "Milestone added");
/// Adds a ledger entry.
pub const LOG_GIVE_GET: Deed = deed("Log give or get", "Entry logged");
/// Adds a pulse.
pub const LOG_PULSE: Deed = deed("Add rating", "Rating added");
/// Closes a commitment as kept.
pub const KEEP_PROMISE: Deed = deed("Mark done", "Promise done");
/// Closes a milestone as reached.
pub const REACH_MILESTONE: Deed = deed("Mark reached", "Milestone reached");
/// Opens a closed promise again.
pub const REOPEN: Deed = deed("Reopen", "Reopened");
/// Gives a promise up.
pub const DROP_PROMISE: Deed = deed("Drop", "Promise dropped");
/// Agrees a new due day.
pub const MOVE_DUE: Deed = deed("New date", "New date agreed");
/// Corrects a record.
pub const CORRECT: Deed = deed("Edit record", "Changes saved");
/// Deletes a record.
pub const DELETE: Deed = deed("Delete record", "Record deleted");
/// Sets a band by hand.
pub const ADJUST_BAND: Deed = deed("Adjust band", "Band adjusted");
/// Takes a band set by hand back.
pub const TAKE_BACK_BAND: Deed = deed("Let the score decide", "The score decides again");
/// Puts the decision about a Zombie off.
pub const PUT_OFF: Deed = deed("Put it off once", "Decision put off");
/// Notes that a signal was answered.
pub const ANSWER_SIGNAL: Deed = deed("Answered", "Noted as answered");
/// Notes a breach.
pub const LOG_BREACH: Deed = deed("Log breach", "Breach logged");
/// Notes that a breach is cleared.
pub const CLEAR_BREACH: Deed = deed("Cleared", "Noted as cleared");
/// Notes an escalation.
pub const LOG_ESCALATION: Deed = deed("Log escalation", "Escalation logged");
/// Notes that an escalation is closed.
pub const CLOSE_ESCALATION: Deed = deed("Closed", "Noted as closed");
/// Notes an intent signal.
pub const LOG_SIGNAL: Deed = deed("Log signal", "Signal logged");
/// Notes somebody who has a say.
pub const ADD_STAKEHOLDER: Deed = deed("Add stakeholder", "Stakeholder added");
/// Rates the fit in one respect.
pub const RATE_FIT: Deed = deed("Rate fit", "Fit rated");
/// Notes how they decide.
pub const NOTE_DECISION: Deed = deed("Note how they decide", "Noted how they decide");
/// Notes what we want of them.
pub const NOTE_ASK: Deed = deed("Note the ask", "Ask noted");
/// Adds a person.
pub const ADD_PERSON: Deed = deed("Add person", "Person added");
/// Changes a person.
pub const EDIT_PERSON: Deed = deed("Edit person", "Person saved");
/// Notes that a person works there no longer.
pub const LEAVE_PARTNER: Deed = deed("Left this partner", "Noted that the person left");
/// Deletes a person.
pub const DELETE_PERSON: Deed = deed("Delete person", "Person deleted");
/// Notes that a person works elsewhere.
pub const MOVE_PERSON: Deed = deed("Change employer", "Noted where the person works now");
/// Notes a role of a person.
pub const ADD_ROLE: Deed = deed("Add role", "Role added");
/// Writes what was found out about a person.
pub const EDIT_RESEARCH: Deed = deed("Edit research", "Research saved");
/// Changes the tags of a partner.
pub const EDIT_TAGS: Deed = deed("Edit tags", "Tags saved");
/// Adds a link.
pub const ADD_LINK: Deed = deed("Add link", "Link added");
/// Changes a link.
pub const EDIT_LINK: Deed = deed("Edit link", "Link saved");
/// Adds a custom field.
pub const ADD_FIELD: Deed = deed("Add field", "Field added");
/// Changes a custom field.
pub const EDIT_FIELD: Deed = deed("Edit field", "Field saved");
/// Fills an empty workspace with the sample.
pub const FILL_SAMPLE: Deed = deed("Add sample data", "Sample data added");
/// Removes the sample.
pub const REMOVE_SAMPLE: Deed = deed("Remove sample data", "Sample data removed");
/// Starts a playbook.
pub const START_PLAYBOOK: Deed = deed("Start playbook", "Playbook started");
/// Closes an item as done.
pub const FINISH_ITEM: Deed = deed("Finish item", "Item done");
/// Opens an item again.
pub const REOPEN_ITEM: Deed = deed("Open item again", "Item open again");
/// Decides against an item.
pub const SET_ITEM_ASIDE: Deed = deed("Set item aside", "Noted that it does not apply");
/// Says what an item waits for.
pub const BLOCK_ITEM: Deed = deed("Note what it waits for", "Noted what it waits for");
/// Agrees another day for an item.
pub const MOVE_ITEM: Deed = deed("Change its day", "Day changed");
/// Writes a note about an item.
pub const NOTE_ITEM: Deed = deed("Write note", "Note saved");
/// Answers a question of a run.
pub const ANSWER_QUESTION: Deed = deed("Answer question", "Answer saved");
/// Counts the days of a run otherwise.
pub const CHANGE_DAYS: Deed = deed("Change the days", "Days changed");
/// Finishes a run.
pub const FINISH_PLAYBOOK: Deed = deed("Finish playbook", "Playbook finished");
/// Goes on with a finished run.
pub const REOPEN_PLAYBOOK: Deed = deed("Reopen playbook", "Playbook reopened");
/// Leaves out a round of a playbook that comes round.
pub const PASS_OVER: Deed = deed("Not this time", "Left out this time");
/// Deletes a run.
pub const DELETE_RUN: Deed = deed("Delete this run", "Run deleted");
/// Takes a change of the template over.
pub const TAKE_OVER: Deed = deed("Take change over", "Change taken over");
/// Adds a playbook of one's own.
pub const ADD_PLAYBOOK: Deed = deed("Add playbook", "Playbook added");
/// Changes a playbook of one's own.
pub const EDIT_PLAYBOOK: Deed = deed("Edit playbook", "Playbook saved");
/// Makes a playbook what its built-in says.
pub const RESET_PLAYBOOK: Deed = deed("Reset to the built-in", "Playbook reset");
/// Deletes a playbook of one's own.
pub const DELETE_PLAYBOOK: Deed = deed("Delete playbook", "Playbook deleted");
/// Makes another version of the health model.
pub const EDIT_MODEL: Deed = deed("Edit health model", "Health model saved");
/// Makes a script of the user's own.
pub const ADD_SCRIPT: Deed = deed("New script", "Script added");
/// Makes an own script of another.
pub const DUPLICATE_SCRIPT: Deed = deed("Duplicate script", "Script duplicated");
/// Takes a script from a file.
pub const IMPORT_SCRIPT: Deed = deed("Import script", "Script imported");
/// Changes an own script; done in passing, without a notice.
pub const EDIT_SCRIPT: Deed = deed("Edit script", "");
/// Gives an own script the words of the built-in one it was made from.
pub const RESET_SCRIPT: Deed = deed("Reset to the built-in text", "Script reset");
/// Deletes an own script.
pub const DELETE_SCRIPT: Deed = deed("Delete script", "Script deleted");
/// Fills a field of a script in; done in passing, without a notice.
pub const FILL_IN: Deed = deed("Fill in a field", "");
/// Plans a meeting.
pub const PLAN_MEETING: Deed = deed("Plan meeting", "Meeting planned");
/// Changes when and with whom.
pub const EDIT_MEETING: Deed = deed("Edit meeting", "Meeting saved");
/// Deletes a meeting.
pub const DELETE_MEETING: Deed = deed("Delete meeting", "Meeting deleted");
/// Says that a meeting took place.
pub const HOLD_MEETING: Deed = deed("It was held", "Noted that it was held");
/// Calls a meeting off.
pub const CANCEL_MEETING: Deed = deed("Call it off", "Meeting called off");
/// Takes back that it was held or called off.
pub const REOPEN_MEETING: Deed = deed("Take that back", "Open again");
/// Closes a meeting.
pub const CLOSE_MEETING: Deed = deed("Close the meeting", "Meeting closed");
/// Writes a part of a brief.
pub const WRITE_BRIEF: Deed = deed("Write the brief", "Brief saved");
/// Adds a hard question.
pub const ADD_PROBE: Deed = deed("Add question", "Question added");
/// Writes an answer to one; done in passing, without a notice.
pub const ANSWER_PROBE: Deed = deed("Note the answer", "");
/// Takes a note, an objection or a question away.
pub const REMOVE_PART: Deed = deed("Remove", "Removed");
/// Adds a note; done in passing, without a notice.
pub const TAKE_NOTE: Deed = deed("Take a note", "");
/// Changes a note; done in passing, without a notice.
pub const EDIT_MEETING_NOTE: Deed = deed("Change the note", "");
/// Adds an objection.
pub const NOTE_OBJECTION: Deed = deed("Note objection", "Objection noted");
/// Changes an objection; done in passing, without a notice.
pub const CHANGE_OBJECTION: Deed = deed("Change the objection", "");
/// Adds a next step; done in passing, without a notice.
pub const ADD_STEP: Deed = deed("Add next step", "");
/// Puts one's own words in the place of the recap.
pub const EDIT_RECAP: Deed = deed("Edit the recap", "Recap saved");
/// Takes one's own words back.
pub const RESET_RECAP: Deed = deed("Write it anew from the notes", "The recap writes itself again");
/// Notes that the recap was sent.
pub const SEND_RECAP: Deed = deed("Mark as sent", "Noted as sent");
/// Takes that back.
pub const UNSEND_RECAP: Deed = deed("Not sent after all", "Noted as not sent");
/// Decides against a recap.
pub const WAIVE_RECAP: Deed = deed("No recap needed", "Noted that no recap is needed");
/// Takes that back.
pub const WANT_RECAP: Deed = deed("Send one after all", "The recap is to be sent");
/// Notes how they read a recap.
pub const NOTE_DIFFERENCE: Deed = deed("Note the difference", "Noted, with a promise to settle it");
/// Changes the settings.
pub const CHANGE_SETTINGS: Deed = deed("Change settings", "Settings saved");
/// Brings something back from the trash.
pub const BRING_BACK: Deed = deed("Bring back", "Brought back");
