import QtQuick

// What visitors give back, in plain words: what it is called, and what becomes of it.
QtObject {
    function word(kind: string): string {
        switch (kind) {
        case "question":
            //: What a visitor gives back to the site: a question
            return qsTr("A question");
        case "story":
            //: What a visitor gives back to the site: a story of their own
            return qsTr("My own story");
        default:
            //: What a visitor gives back to the site: a comment
            return qsTr("A comment");
        }
    }
    function outcome(kind: string): string {
        return kind === "question"
            //: What becomes of a visitor's question, said before it is sent
            ? qsTr("Staff read your question first. Nobody knows who asked: an answer can only appear here later, for everyone, with your question as a visitor's.")
            //: What becomes of a visitor's comment or story, said before it is sent
            : qsTr("Staff read or hear it first. They may show it here later, as a visitor's words and without a name.");
    }
    function label(kind: string): string {
        switch (kind) {
        case "question":
            //: Over a question that an earlier visitor asked
            return qsTr("A visitor asked");
        case "story":
            //: Over a story that an earlier visitor told
            return qsTr("A visitor's own story");
        default:
            //: Over a comment that an earlier visitor made
            return qsTr("A visitor's words");
        }
    }
}
