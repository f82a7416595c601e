<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en_GB">
<context>
    <name>Attract</name>
    <message>
        <source>Everything here has a story</source>
        <translation>यहाँ हर चीज़ की एक कहानी है</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>शुरू करने के लिए छुएँ</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>All stops</source>
        <extracomment>Title of the list of all stops</extracomment>
        <translation>सभी पड़ाव</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>Empties the search field, so that all stops are shown</extracomment>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Hide the letters</source>
        <extracomment>Puts the letters away with which a visitor types</extracomment>
        <translation>अक्षर हटाएँ</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <translation>परिसर का नक़्शा</translation>
    </message>
    <message>
        <source>Places near here</source>
        <extracomment>Goes to the page of other sites near by</extracomment>
        <translation>आसपास की जगहें</translation>
    </message>
    <message>
        <source>Nothing is found by these words. Fewer letters find more.</source>
        <extracomment>Where a search finds nothing</extracomment>
        <translation>इन शब्दों से कुछ नहीं मिला। कम अक्षरों से ज़्यादा मिलता है।</translation>
    </message>
    <message>
        <source>Nothing is found by exactly these words. This comes near to them:</source>
        <extracomment>Over what a search finds, where some word was typed with a slip, or is not here</extracomment>
        <translation>ठीक इन शब्दों से कुछ नहीं मिला। इनसे मिलता-जुलता यह है:</translation>
    </message>
</context>
<context>
    <name>CaptionChoice</name>
    <message>
        <source>Captions</source>
        <extracomment>Heading over the choice whether what is said is shown in print, and how</extracomment>
        <translation>कैप्शन</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>Captions: none</extracomment>
        <translation>बंद</translation>
    </message>
    <message>
        <source>One line</source>
        <extracomment>Captions: one sentence at the foot of the page</extracomment>
        <translation>एक पंक्ति</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>Captions: the whole text in large letters, in place of the picture</extracomment>
        <translation>बड़े</translation>
    </message>
</context>
<context>
    <name>ChangePart</name>
    <message>
        <source>Visitors do not have this content on this device yet. Once it is installed they find it here.</source>
        <extracomment>What installing changes for visitors: content this device does not have yet</extracomment>
        <translation>यह सामग्री अभी इस उपकरण पर दर्शकों के लिए नहीं है। स्थापित होने के बाद वे इसे यहाँ पाएँगे।</translation>
    </message>
    <message>
        <source>Visitors see version %1 now. Once it is installed they see version %2.</source>
        <extracomment>What installing changes for visitors: the version they see now, the version they see then</extracomment>
        <translation>दर्शक अभी संस्करण %1 देखते हैं। स्थापित होने के बाद वे संस्करण %2 देखेंगे।</translation>
    </message>
    <message>
        <source>This is what visitors see already.</source>
        <extracomment>Installing changes nothing</extracomment>
        <translation>दर्शक यही देख रहे हैं।</translation>
    </message>
    <message>
        <source>Visitors see a newer one already: version %1. An older one is not taken from a stick. Under “On this device” you can go back to a version that was here before.</source>
        <extracomment>Installing an older version is not possible: the version that visitors see</extracomment>
        <translation>दर्शक इससे नया देख रहे हैं: संस्करण %1। पेन ड्राइव से पुराना संस्करण नहीं लिया जाता। “इस उपकरण पर” में आप पहले के किसी संस्करण पर लौट सकते हैं।</translation>
    </message>
    <message>
        <source>This cannot be installed</source>
        <extracomment>Title over the reason why a release on a stick cannot be installed</extracomment>
        <translation>यह स्थापित नहीं हो सकता</translation>
    </message>
    <message>
        <source>What changes for visitors</source>
        <extracomment>Title over what installing would change</extracomment>
        <translation>दर्शकों के लिए क्या बदलेगा</translation>
    </message>
    <message>
        <source>Visitors see the same as before.</source>
        <translation>दर्शक वही देखते हैं जो पहले देखते थे।</translation>
    </message>
    <message>
        <source>Nobody is interrupted: a visit under way ends with what it began with.</source>
        <extracomment>When visitors see the new content</extracomment>
        <translation>किसी को रोका नहीं जाता: चल रही यात्रा उसी सामग्री पर पूरी होती है जिससे शुरू हुई थी।</translation>
    </message>
    <message>
        <source>Version %1 stays on this device: you can go back to it with one touch.</source>
        <extracomment>The version that stays on the device</extracomment>
        <translation>संस्करण %1 इस उपकरण पर बना रहता है: एक स्पर्श से आप उस पर लौट सकते हैं।</translation>
    </message>
    <message>
        <source>To copy</source>
        <extracomment>Label: how much has to be copied</extracomment>
        <translation>कॉपी करना है</translation>
    </message>
    <message>
        <source>%1, the rest is here</source>
        <extracomment>How much has to be copied where much of it is on the device already</extracomment>
        <translation>%1, बाक़ी यहीं है</translation>
    </message>
    <message>
        <source>It takes</source>
        <extracomment>Label: how long it takes to install</extracomment>
        <translation>समय लगेगा</translation>
    </message>
    <message>
        <source>%1, longer with a slow stick</source>
        <extracomment>How long it takes to install, at most</extracomment>
        <translation>%1, धीमी पेन ड्राइव से ज़्यादा</translation>
    </message>
    <message>
        <source>Room here</source>
        <extracomment>Label: how much more this device can hold</extracomment>
        <translation>यहाँ जगह</translation>
    </message>
    <message>
        <source>%1: not enough</source>
        <extracomment>How much room there is, where it does not suffice</extracomment>
        <translation>%1: कम है</translation>
    </message>
    <message>
        <source>%1: enough</source>
        <extracomment>How much room there is, where it suffices</extracomment>
        <translation>%1: काफ़ी है</translation>
    </message>
</context>
<context>
    <name>ChangeQuestion</name>
    <message>
        <source>%1: visitors see this version at once, or as soon as the visit under way has ended. The one they see now stays on this device.</source>
        <extracomment>What showing another version does: the sites</extracomment>
        <translation>%1: दर्शक यह संस्करण तुरंत देखेंगे, या चल रही यात्रा के पूरा होते ही। जो वे अभी देखते हैं वह इस उपकरण पर बना रहेगा।</translation>
    </message>
    <message>
        <source>%1: visitors do not find this on this device any more. To bring it back you need the stick.</source>
        <extracomment>What removing content does that visitors see: the sites</extracomment>
        <translation>%1: दर्शकों को यह अब इस उपकरण पर नहीं मिलेगा। इसे वापस लाने के लिए पेन ड्राइव चाहिए होगी।</translation>
    </message>
    <message>
        <source>%1: visitors notice nothing. You cannot go back to this version any more without its stick.</source>
        <extracomment>What removing content does that visitors do not see: the sites</extracomment>
        <translation>%1: दर्शकों के लिए कुछ नहीं बदलता। पेन ड्राइव के बिना आप इस संस्करण पर फिर नहीं लौट सकेंगे।</translation>
    </message>
    <message>
        <source>Show version %1 to visitors?</source>
        <extracomment>Asked before visitors are shown another version; its number</extracomment>
        <translation>दर्शकों को संस्करण %1 दिखाएँ?</translation>
    </message>
    <message>
        <source>Remove version %1?</source>
        <extracomment>Asked before a version is removed; its number</extracomment>
        <translation>संस्करण %1 हटाएँ?</translation>
    </message>
    <message>
        <source>Show version %1</source>
        <extracomment>Answer: visitors are shown this version; its number</extracomment>
        <translation>संस्करण %1 दिखाएँ</translation>
    </message>
    <message>
        <source>Remove version %1</source>
        <extracomment>Answer: this version is removed; its number</extracomment>
        <translation>संस्करण %1 हटाएँ</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>Answer: nothing is changed</extracomment>
        <translation>सब कुछ वैसा ही रहने दें</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Is it one of these?</source>
        <extracomment>Title over two or three stops that the camera may have recognised</extracomment>
        <translation>क्या यह इनमें से एक है?</translation>
    </message>
    <message>
        <source>Which one do you mean?</source>
        <extracomment>Title over the stops whose labels the camera sees at the same time</extracomment>
        <translation>आपका मतलब किससे है?</translation>
    </message>
    <message>
        <source>None of these</source>
        <extracomment>Answer to &quot;Is it one of these?&quot;: back to the camera</extracomment>
        <translation>इनमें से कोई नहीं</translation>
    </message>
    <message>
        <source>Back to the camera</source>
        <extracomment>Leaves the choice between several labels</extracomment>
        <translation>कैमरे पर वापस</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>संख्या टाइप करें</translation>
    </message>
</context>
<context>
    <name>ClosingEntry</name>
    <message>
        <source>Closed until the end of %1</source>
        <extracomment>A stop or way is closed to the end of a day; the day</extracomment>
        <translation>%1 के अंत तक बंद</translation>
    </message>
    <message>
        <source>Closed until somebody opens it</source>
        <extracomment>A stop or way is closed, and nobody said for how long</extracomment>
        <translation>जब तक कोई न खोले, तब तक बंद</translation>
    </message>
    <message>
        <source>Closed by its content</source>
        <extracomment>A stop or way that the installed content itself calls closed</extracomment>
        <translation>सामग्री के अनुसार बंद</translation>
    </message>
    <message>
        <source>Lift</source>
        <extracomment>What a way is</extracomment>
        <translation>लिफ़्ट</translation>
    </message>
    <message>
        <source>Stairs</source>
        <extracomment>What a way is</extracomment>
        <translation>सीढ़ियाँ</translation>
    </message>
    <message>
        <source>Ramp</source>
        <extracomment>What a way is</extracomment>
        <translation>ढलान</translation>
    </message>
    <message>
        <source>Way</source>
        <extracomment>What a way is: a path on the flat</extracomment>
        <translation>रास्ता</translation>
    </message>
    <message>
        <source>%1 between %2 and %3</source>
        <extracomment>A way: what it is, and the two stops between which it leads</extracomment>
        <translation>%1: %2 और %3 के बीच</translation>
    </message>
    <message>
        <source>Close for today</source>
        <extracomment>Closes a stop or way to the end of the day</extracomment>
        <translation>आज के लिए बंद करें</translation>
    </message>
    <message>
        <source>Close until opened</source>
        <extracomment>Closes a stop or way until somebody opens it</extracomment>
        <translation>खोले जाने तक बंद करें</translation>
    </message>
    <message>
        <source>Open again</source>
        <extracomment>Opens a stop or way that was closed</extracomment>
        <translation>फिर से खोलें</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Closed now: %1</source>
        <extracomment>Title: how many stops and ways are closed now</extracomment>
        <translation>अभी बंद: %1</translation>
    </message>
    <message>
        <source>Nothing is closed</source>
        <extracomment>Title where nothing is closed</extracomment>
        <translation>कुछ भी बंद नहीं है</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <extracomment>After a stop or way was closed; its name</extracomment>
        <translation>बंद किया गया: %1</translation>
    </message>
    <message>
        <source>Open again: %1</source>
        <extracomment>After a stop or way was opened again; its name</extracomment>
        <translation>फिर से खुला: %1</translation>
    </message>
    <message>
        <source>Close what visitors cannot see or go today. No suggestion and no tour leads there, from now on, on this device.</source>
        <extracomment>What the page of closed stops and ways is for</extracomment>
        <translation>जो आज आगंतुक देख नहीं सकते या जहाँ जा नहीं सकते, उसे बंद करें। अब से इस उपकरण पर कोई सुझाव और कोई भ्रमण वहाँ नहीं ले जाएगा।</translation>
    </message>
    <message>
        <source>Show more (%1 left)</source>
        <extracomment>Shows more stops; how many are left</extracomment>
        <translation>और दिखाएँ (%1 बाक़ी)</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Takes back what was closed or opened last</extracomment>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>निकलें और लॉक करें</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Code: %1</source>
        <extracomment>Read aloud: what has been typed of a ticket&apos;s code so far</extracomment>
        <translation>कोड: %1</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Has the typed code of a ticket looked at, and goes on</extracomment>
        <translation>आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>CopyBar</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>How much has been copied, of how much</extracomment>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>Still %1</source>
        <extracomment>How long copying goes on for: a time in words</extracomment>
        <translation>अभी बाक़ी: %1</translation>
    </message>
    <message>
        <source>How long it takes is known in a moment</source>
        <extracomment>How long copying goes on for is not known yet</extracomment>
        <translation>कितना समय लगेगा, यह अभी पता चलेगा</translation>
    </message>
</context>
<context>
    <name>DepthWords</name>
    <message>
        <source>In short</source>
        <extracomment>How much a visitor wants to be told: the least</extracomment>
        <translation>संक्षेप में</translation>
    </message>
    <message>
        <source>The story</source>
        <extracomment>How much a visitor wants to be told: the usual</extracomment>
        <translation>कहानी</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>How much a visitor wants to be told: the most</extracomment>
        <translation>पूरी बात</translation>
    </message>
    <message>
        <source>For children</source>
        <extracomment>The story told for children</extracomment>
        <translation>बच्चों के लिए</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A length in seconds</extracomment>
        <translation>%1 सेकंड</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A length in minutes</extracomment>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <extracomment>What is to be seen at a stop, told to those who do not see it</extracomment>
        <translation>कैसा दिखता है</translation>
    </message>
</context>
<context>
    <name>DrivePage</name>
    <message>
        <source>Something is being installed just now.</source>
        <extracomment>Under a stick while something is being installed</extracomment>
        <translation>अभी कुछ स्थापित हो रहा है।</translation>
    </message>
    <message>
        <source>A moment</source>
        <extracomment>Under a stick while a publisher is being trusted, or a release shown or removed</extracomment>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>Nothing can be installed from this stick before its publisher is trusted.</source>
        <extracomment>Under what is on a stick of an unknown publisher</extracomment>
        <translation>प्रकाशक पर भरोसा किए बिना इस पेन ड्राइव से कुछ स्थापित नहीं हो सकता।</translation>
    </message>
    <message>
        <source>You can take the stick out at any moment: visitors keep what they see until everything is copied and checked.</source>
        <extracomment>Above the button that installs</extracomment>
        <translation>आप पेन ड्राइव कभी भी निकाल सकते हैं: जब तक सब कुछ कॉपी और जाँचा नहीं जाता, दर्शक वही देखते रहेंगे।</translation>
    </message>
    <message>
        <source>There is not enough room: %1 are missing. Leave something out, or remove an old version under “On this device”.</source>
        <extracomment>Above the button that installs, where there is no room: what is missing</extracomment>
        <translation>जगह कम है: %1 और चाहिए। कुछ छोड़ दें, या “इस उपकरण पर” में कोई पुराना संस्करण हटाएँ।</translation>
    </message>
    <message>
        <source>Nothing on this device has changed. You can take the stick out at any moment.</source>
        <extracomment>Under a stick that brings nothing to install</extracomment>
        <translation>इस उपकरण पर कुछ नहीं बदला है। आप पेन ड्राइव कभी भी निकाल सकते हैं।</translation>
    </message>
    <message>
        <source>No USB stick is plugged in</source>
        <extracomment>Title where no stick is plugged in</extracomment>
        <translation>कोई पेन ड्राइव नहीं लगी है</translation>
    </message>
    <message>
        <source>Plug one in: this page then shows what is on it. Nothing changes before you say so.</source>
        <extracomment>What happens when a stick is plugged in</extracomment>
        <translation>पेन ड्राइव लगाएँ: यह पन्ना दिखाएगा कि उस पर क्या है। आपके कहे बिना कुछ नहीं बदलेगा।</translation>
    </message>
    <message>
        <source>Reading the stick %1</source>
        <extracomment>Title while a stick is being read; its name</extracomment>
        <translation>पेन ड्राइव %1 पढ़ी जा रही है</translation>
    </message>
    <message>
        <source>It takes a few seconds. Nothing on this device changes.</source>
        <extracomment>While a stick is being read</extracomment>
        <translation>कुछ सेकंड लगेंगे। इस उपकरण पर कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Nothing can be installed from the stick %1</source>
        <extracomment>Title over the reason why nothing on a stick can be installed; the stick&apos;s name</extracomment>
        <translation>पेन ड्राइव %1 से कुछ स्थापित नहीं हो सकता</translation>
    </message>
    <message>
        <source>Visitors see the same as before.</source>
        <extracomment>Under the reason why nothing was installed</extracomment>
        <translation>दर्शक वही देखते हैं जो पहले देखते थे।</translation>
    </message>
    <message>
        <source>Compare the fingerprint</source>
        <extracomment>Asks staff to compare a stick&apos;s fingerprint with the one on paper</extracomment>
        <translation>फ़िंगरप्रिंट मिलाएँ</translation>
    </message>
    <message>
        <source>Add what was left out</source>
        <extracomment>Installs languages or videos that were left out before</extracomment>
        <translation>जो छोड़ा था वह जोड़ें</translation>
    </message>
    <message>
        <source>Install version %1</source>
        <extracomment>Installs a release from a stick; its version</extracomment>
        <translation>संस्करण %1 स्थापित करें</translation>
    </message>
    <message>
        <source>See how far it is</source>
        <extracomment>Leads to the page that shows how far an install is</extracomment>
        <translation>देखें कितना हुआ</translation>
    </message>
    <message>
        <source>Read the stick again</source>
        <extracomment>Reads the stick once more</extracomment>
        <translation>पेन ड्राइव फिर पढ़ें</translation>
    </message>
    <message>
        <source>See what is on this device</source>
        <extracomment>Leads to the page that lists what is installed</extracomment>
        <translation>देखें इस उपकरण पर क्या है</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>This guide is resting</source>
        <extracomment>Title of the page shown while no content is installed</extracomment>
        <translation>यह गाइड अभी विश्राम में है</translation>
    </message>
    <message>
        <source>There is nothing to tell on this device yet. The people at the desk will give you another one.</source>
        <extracomment>To visitors, while no content is installed</extracomment>
        <translation>इस उपकरण पर बताने को अभी कुछ नहीं है। काउंटर पर आपको दूसरा उपकरण मिल जाएगा।</translation>
    </message>
    <message>
        <source>For staff: no content pack is installed, or none can be read. Plug in a USB stick with content and hold “Staff”. “kiosk doctor” says what is wrong.</source>
        <extracomment>To staff, while no content is installed</extracomment>
        <translation>कर्मचारियों के लिए: कोई सामग्री-पैक स्थापित नहीं है, या कोई पढ़ा नहीं जा सकता। सामग्री वाली पेन ड्राइव लगाएँ और “कर्मचारी” को दबाए रखें। “kiosk doctor” बताता है कि क्या ग़लत है।</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>Your way, floor by floor</source>
        <extracomment>Heading over the floors of the plan on which the visitor was</extracomment>
        <translation>आपका रास्ता, मंज़िल दर मंज़िल</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Leaves the last page; everything of the visit is wiped</extracomment>
        <translation>ठीक है</translation>
    </message>
</context>
<context>
    <name>EndQuestion</name>
    <message>
        <source>End your visit?</source>
        <extracomment>Asked before the visit is ended</extracomment>
        <translation>यात्रा पूरी करें?</translation>
    </message>
    <message>
        <source>You will see what you saw. Then everything about your visit is wiped from this device.</source>
        <extracomment>Says what ending the visit does</extracomment>
        <translation>पहले आप देखेंगे कि आपने क्या-क्या देखा। फिर आपकी यात्रा की हर बात इस उपकरण से मिटा दी जाएगी।</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>यात्रा पूरी करें</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>यात्रा जारी रखें</translation>
    </message>
</context>
<context>
    <name>EndWords</name>
    <message>
        <source>Your visit</source>
        <extracomment>Title of the last page</extracomment>
        <translation>आपकी यात्रा</translation>
    </message>
    <message>
        <source>%1 of %2 stops</source>
        <extracomment>For example &quot;3 of 10 stops&quot;; after it come the minutes</extracomment>
        <translation>%2 में से %1 पड़ाव</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long the visit was</extracomment>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <extracomment>Asked on the last page; the answer is one to five stars</extracomment>
        <translation>आपकी यात्रा कैसी रही?</translation>
    </message>
    <message>
        <source>Take a visit pass with you</source>
        <extracomment>Shows a code that carries the visitor&apos;s wishes to the next visit</extracomment>
        <translation>विज़िट पास साथ ले जाएँ</translation>
    </message>
    <message>
        <source>Take a code for %1 with you</source>
        <extracomment>Shows a code that the visitor can use at another heritage site; %1 is its name</extracomment>
        <translation>%1 के लिए एक कोड साथ ले जाएँ</translation>
    </message>
    <message>
        <source>You stayed longest with</source>
        <extracomment>Heading over the stop this visitor stayed with longest</extracomment>
        <translation>सबसे देर आप यहाँ ठहरे</translation>
    </message>
    <message>
        <source>For another time</source>
        <extracomment>Heading over stops this visitor did not open</extracomment>
        <translation>फिर कभी के लिए</translation>
    </message>
    <message>
        <source>Near here</source>
        <extracomment>Heading over other heritage sites near by</extracomment>
        <translation>आसपास</translation>
    </message>
    <message>
        <source>from sunrise to sunset</source>
        <extracomment>Opening hours, after the days</extracomment>
        <translation>सूर्योदय से सूर्यास्त तक</translation>
    </message>
    <message>
        <source>Open daily %1</source>
        <extracomment>Opening hours of every day; the hours follow</extracomment>
        <translation>रोज़ खुला: %1</translation>
    </message>
    <message>
        <source>Open %1: %2</source>
        <extracomment>Opening hours of some days; the days and their hours follow</extracomment>
        <translation>%1 को खुला: %2</translation>
    </message>
</context>
<context>
    <name>ExpectNotes</name>
    <message>
        <source>Looking what fits …</source>
        <extracomment>While it is worked out what a span of time holds</extracomment>
        <translation>देखा जा रहा है कि क्या समाएगा …</translation>
    </message>
    <message>
        <source>As measured in visits here.</source>
        <extracomment>How the number of stops is known</extracomment>
        <translation>यहाँ की यात्राओं में नापा गया।</translation>
    </message>
    <message>
        <source>Worked out from the length of the stories and the ways; nothing has been measured here yet.</source>
        <extracomment>How the number of stops is known where nothing has been measured yet</extracomment>
        <translation>कहानियों और रास्तों की लंबाई से निकाला गया; यहाँ अभी कुछ नापा नहीं गया है।</translation>
    </message>
    <message>
        <source>Closed today: %1 and %2 more</source>
        <extracomment>Stops that are closed today, by name, and how many more</extracomment>
        <translation>आज बंद: %1 और %2 अन्य</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Closed today: %1</source>
        <extracomment>Stops that are closed today, by name</extracomment>
        <translation>आज बंद: %1</translation>
    </message>
    <message>
        <source>Visitors give %1 of 5 stars (%2 ratings).</source>
        <extracomment>What other visitors gave on the average, of five stars; then how many of them did</extracomment>
        <translation>आगंतुक 5 में से %1 तारे देते हैं (%2 मत)।</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Pause the film</source>
        <extracomment>Pauses a film</extracomment>
        <translation>फ़िल्म रोकें</translation>
    </message>
    <message>
        <source>Play the film</source>
        <extracomment>Lets a film go on, or shows it again</extracomment>
        <translation>फ़िल्म चलाएँ</translation>
    </message>
    <message>
        <source>This film cannot be shown on this device.</source>
        <extracomment>Where a film cannot be shown</extracomment>
        <translation>यह फ़िल्म इस उपकरण पर नहीं दिखाई जा सकती।</translation>
    </message>
    <message>
        <source>The film speaks %1.</source>
        <extracomment>Where what is spoken in a film is not in the visitor&apos;s language; the language&apos;s own name follows</extracomment>
        <translation>फ़िल्म की भाषा: %1।</translation>
    </message>
</context>
<context>
    <name>FollowVoice</name>
    <message>
        <source>Back to where I was</source>
        <extracomment>After a touch on a sentence has led there: goes back to where the story was before</extracomment>
        <translation>पहले वाली जगह पर लौटें</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <extracomment>Goes back to the page before; short, below an icon</extracomment>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Makes all text larger, and at last its usual size again; short, below an icon</extracomment>
        <translation>अक्षरों का आकार</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Ends this visit and wipes it from the device; short, below an icon</extracomment>
        <translation>यात्रा पूरी करें</translation>
    </message>
</context>
<context>
    <name>FoundBeside</name>
    <message>
        <source>Walks</source>
        <translation>सैर</translation>
    </message>
    <message>
        <source>Other places</source>
        <extracomment>Heading over other sites that a search finds</extracomment>
        <translation>दूसरी जगहें</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Come closer</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: the code is too small in it</extracomment>
        <translation>थोड़ा पास आएँ</translation>
    </message>
    <message>
        <source>A little farther</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: the code is too near</extracomment>
        <translation>थोड़ा दूर रखें</translation>
    </message>
    <message>
        <source>Hold still</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: the picture is blurred</extracomment>
        <translation>हिलाएँ नहीं</translation>
    </message>
    <message>
        <source>More light</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: it is too dark</extracomment>
        <translation>और रोशनी चाहिए</translation>
    </message>
    <message>
        <source>Tilt away from the lamp</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: a lamp is mirrored in the label</extracomment>
        <translation>चमक से थोड़ा तिरछा करें</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>Type a number</source>
        <extracomment>Goes to the number pad</extracomment>
        <translation>संख्या टाइप करें</translation>
    </message>
    <message>
        <source>All stops</source>
        <extracomment>Goes to the list of all stops</extracomment>
        <translation>सभी पड़ाव</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <extracomment>Goes to the plan of the site</extracomment>
        <translation>परिसर का नक़्शा</translation>
    </message>
    <message>
        <source>Walks</source>
        <extracomment>Heading over ready-made tours</extracomment>
        <translation>सैर</translation>
    </message>
    <message>
        <source>Type the number on the label of a stop</source>
        <extracomment>Guidance where the device has no camera</extracomment>
        <translation>किसी पड़ाव की पट्टिका पर लिखी संख्या टाइप करें</translation>
    </message>
    <message>
        <source>This stop is newer than the guide on this device. All other stops are here.</source>
        <extracomment>After a code of this site that the installed content does not have yet</extracomment>
        <translation>यह पड़ाव इस उपकरण की जानकारी से नया है। बाक़ी सभी पड़ाव यहाँ हैं।</translation>
    </message>
    <message>
        <source>Point at the code beside a stop</source>
        <extracomment>Guidance over the camera&apos;s picture</extracomment>
        <translation>कैमरे को पड़ाव के पास लगे कोड की ओर करें</translation>
    </message>
    <message>
        <source>The camera gives no picture. Type the number on the label of a stop.</source>
        <extracomment>Guidance where the camera has stopped to give a picture</extracomment>
        <translation>कैमरे से तस्वीर नहीं आ रही। किसी पड़ाव की पट्टिका पर लिखी संख्या टाइप करें।</translation>
    </message>
    <message>
        <source>Welcome. Your pass has set the guide up.</source>
        <extracomment>On the first page of the visit, after a visit pass was read</extracomment>
        <translation>स्वागत है। आपके पास ने गाइड तैयार कर दी है।</translation>
    </message>
    <message>
        <source>Welcome back. Stops you have seen here before: %1</source>
        <extracomment>On the first page of the visit, after a visit pass was read; then a number of stops</extracomment>
        <translation>फिर से स्वागत है। पहले यहाँ देखे गए पड़ाव: %1</translation>
    </message>
    <message>
        <source>Welcome from %1.</source>
        <extracomment>After a code that the visitor was given at another site; %1 is that site&apos;s name</extracomment>
        <translation>%1 से आने पर आपका स्वागत है।</translation>
    </message>
    <message>
        <source>Welcome. Your code from another site has been taken.</source>
        <extracomment>After a code that the visitor was given at another site, whose name is not known here</extracomment>
        <translation>स्वागत है। दूसरे स्थल का आपका कोड ले लिया गया है।</translation>
    </message>
    <message>
        <source>I have a code from another site</source>
        <extracomment>Goes to the page where a code that was given at another heritage site is shown</extracomment>
        <translation>मेरे पास दूसरे स्थल का कोड है</translation>
    </message>
    <message>
        <source>What visitors say about this place</source>
        <extracomment>On the first page of the visit: goes to what earlier visitors said about the whole site</extracomment>
        <translation>आगंतुक इस जगह के बारे में क्या कहते हैं</translation>
    </message>
    <message>
        <source>Tell the site something</source>
        <extracomment>On the first page of the visit: goes to the page on which a visitor can say something about the whole site</extracomment>
        <translation>इस स्थल से कुछ कहें</translation>
    </message>
    <message>
        <source>That code belongs to something else. If it is stuck over the label of a stop, tell the desk. The number on the label leads to the stop too.</source>
        <extracomment>After a code that is not of this site: a poster, a ticket, or a sticker that somebody put over ours</extracomment>
        <translation>यह कोड किसी और चीज़ का है। अगर यह किसी पड़ाव की पट्टिका पर चिपका है, तो काउंटर पर बताएँ। पट्टिका की संख्या भी पड़ाव तक ले जाती है।</translation>
    </message>
    <message>
        <source>It may be easier to type the number on the label.</source>
        <extracomment>After some seconds in which nothing could be read: the way on is the button below these words</extracomment>
        <translation>पट्टिका की संख्या टाइप करना आसान हो सकता है।</translation>
    </message>
    <message>
        <source>Point at the code beside a stop, or at the thing itself</source>
        <extracomment>Guidance over the camera&apos;s picture, where the guide also knows things by their looks</extracomment>
        <translation>पड़ाव के पास के कोड पर, या उस चीज़ पर ही कैमरा रखें</translation>
    </message>
</context>
<context>
    <name>HubEnrol</name>
    <message>
        <source>Enrol this device</source>
        <extracomment>Title: the device is made known to the operator&apos;s hub</extracomment>
        <translation>इस उपकरण का पंजीकरण करें</translation>
    </message>
    <message>
        <source>The operator gives you a code. Scan the one in black and white, or type its twelve letters and digits.</source>
        <extracomment>How a device is made known to the hub</extracomment>
        <translation>संचालक आपको एक कोड देता है। काले-सफ़ेद कोड को स्कैन करें, या उसके बारह अक्षर और अंक टाइप करें।</translation>
    </message>
    <message>
        <source>Enrol it again</source>
        <extracomment>Shows how to make the device known to the hub once more</extracomment>
        <translation>फिर से पंजीकरण करें</translation>
    </message>
    <message>
        <source>The camera does not answer. Plug it in again.</source>
        <extracomment>The camera does not work</extracomment>
        <translation>कैमरा जवाब नहीं दे रहा। उसे फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>This is not the hub&apos;s code.</source>
        <extracomment>The code before the camera is another one</extracomment>
        <translation>यह हब का कोड नहीं है।</translation>
    </message>
    <message>
        <source>Scan the code</source>
        <extracomment>Switches the camera on to scan the hub&apos;s code</extracomment>
        <translation>कोड स्कैन करें</translation>
    </message>
    <message>
        <source>Scan no more</source>
        <extracomment>Switches the camera off again</extracomment>
        <translation>स्कैन बंद करें</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <extracomment>Read aloud: what was typed of the hub&apos;s code</extracomment>
        <translation>कोड: %1</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last sign typed</extracomment>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Enrol</source>
        <extracomment>Makes the device known to the hub with the code that was typed</extracomment>
        <translation>पंजीकरण करें</translation>
    </message>
</context>
<context>
    <name>HubPage</name>
    <message>
        <source>This device has no hub</source>
        <extracomment>Title: this device sends its figures to nobody</extracomment>
        <translation>इस उपकरण का कोई हब नहीं है</translation>
    </message>
    <message>
        <source>Everything is at the hub</source>
        <extracomment>Title: all figures have arrived at the operator&apos;s hub</extracomment>
        <translation>सब कुछ हब तक पहुँच गया है</translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait for the hub</source>
        <extracomment>Title: so many figures have not arrived at the operator&apos;s hub yet</extracomment>
        <translation>
            <numerusform>%n प्रविष्टि हब की प्रतीक्षा में है</numerusform>
            <numerusform>%n प्रविष्टियाँ हब की प्रतीक्षा में हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest waits for</source>
        <extracomment>Label: how long the oldest figures have been waiting</extracomment>
        <translation>सबसे पुरानी की प्रतीक्षा</translation>
    </message>
    <message>
        <source>The hub was reached</source>
        <extracomment>Label: how long ago the hub was last reached</extracomment>
        <translation>हब तक पहुँचे</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>How long ago something was</extracomment>
        <translation>%1 पहले</translation>
    </message>
    <message>
        <source>Written to a stick</source>
        <extracomment>Label: how long ago figures were written to a stick</extracomment>
        <translation>स्टिक पर लिखा गया</translation>
    </message>
    <message>
        <source>Hub</source>
        <extracomment>Label: the address of the operator&apos;s hub</extracomment>
        <translation>हब</translation>
    </message>
    <message>
        <source>Known there as</source>
        <extracomment>Label: what the operator&apos;s hub calls this device</extracomment>
        <translation>वहाँ इसका नाम</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <extracomment>The device has no code from its hub yet</extracomment>
        <translation>पंजीकृत नहीं</translation>
    </message>
    <message>
        <source>Nothing is lost: everything stays on this device until the hub has it.</source>
        <extracomment>Above the button that sends figures to the hub now</extracomment>
        <translation>कुछ नहीं खोता: जब तक हब को न मिले, सब कुछ इसी उपकरण पर रहता है।</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>Sends figures to the hub now</extracomment>
        <translation>अभी भेजें</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>निकलें और लॉक करें</translation>
    </message>
</context>
<context>
    <name>HubResult</name>
    <message>
        <source>Writing to the stick: leave it plugged in</source>
        <extracomment>Title while figures are written to a stick</extracomment>
        <translation>स्टिक पर लिखा जा रहा है: उसे लगी रहने दें</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <extracomment>Title while the device is made known to the hub</extracomment>
        <translation>हब से पूछा जा रहा है</translation>
    </message>
    <message>
        <source>Nothing was written to the stick</source>
        <extracomment>Title: the stick was not used</extracomment>
        <translation>स्टिक पर कुछ नहीं लिखा गया</translation>
    </message>
    <message>
        <source>The stick is ready: take it to the hub</source>
        <extracomment>Title after figures were written to a stick</extracomment>
        <translation>स्टिक तैयार है: उसे हब तक ले जाएँ</translation>
    </message>
    <message>
        <source>The device was not enrolled</source>
        <extracomment>Title: the device was not made known to the hub</extracomment>
        <translation>उपकरण का पंजीकरण नहीं हुआ</translation>
    </message>
    <message>
        <source>The device is enrolled</source>
        <extracomment>Title after the device was made known to the hub</extracomment>
        <translation>उपकरण का पंजीकरण हो गया</translation>
    </message>
    <message>
        <source>%1 are on the stick for the hub. It had acknowledged %2.</source>
        <extracomment>After figures were written to a stick: how many, and how many the hub had acknowledged</extracomment>
        <translation>हब के लिए स्टिक पर %1 हैं। %2 की उसने पुष्टि कर दी थी।</translation>
    </message>
</context>
<context>
    <name>HubStick</name>
    <message>
        <source>By USB stick</source>
        <extracomment>Title: figures can be carried by a USB stick</extracomment>
        <translation>USB स्टिक से</translation>
    </message>
    <message>
        <source>Once this device is enrolled, a stick can carry what waits: sealed, so that only the hub can read it.</source>
        <extracomment>Carrying figures by stick needs the hub&apos;s keys</extracomment>
        <translation>पंजीकरण के बाद प्रतीक्षारत जानकारी स्टिक से ले जाई जा सकती है: मुहरबंद, ताकि केवल हब ही उसे पढ़ सके।</translation>
    </message>
    <message>
        <source>Plug a stick in. What waits is sealed, so that only the hub can read it; it stays here until the hub has it.</source>
        <extracomment>No stick is plugged in</extracomment>
        <translation>एक स्टिक लगाएँ। प्रतीक्षारत जानकारी मुहरबंद होती है, केवल हब उसे पढ़ सकता है; हब को मिलने तक वह यहाँ भी रहती है।</translation>
    </message>
    <message>
        <source>What waits is sealed, so that only the hub can read it; it stays here until the hub has it.</source>
        <extracomment>A stick is plugged in</extracomment>
        <translation>प्रतीक्षारत जानकारी मुहरबंद होती है, केवल हब उसे पढ़ सकता है; हब को मिलने तक वह यहाँ भी रहती है।</translation>
    </message>
    <message>
        <source>Write to the stick %1</source>
        <extracomment>Writes figures to a stick; its name</extracomment>
        <translation>स्टिक %1 पर लिखें</translation>
    </message>
    <message>
        <source>This stick can only be read: slide its lock open, or have somebody change how this device takes sticks in.</source>
        <extracomment>Why nothing can be written to a stick</extracomment>
        <translation>यह स्टिक केवल पढ़ी जा सकती है: उसका ताला खोलें, या किसी से बदलवाएँ कि यह उपकरण स्टिक कैसे लेता है।</translation>
    </message>
</context>
<context>
    <name>HubWords</name>
    <message>
        <source>Figures stay on this device: it does not know where to send them.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>आँकड़े इसी उपकरण पर रहते हैं: उसे नहीं पता कि उन्हें कहाँ भेजना है।</translation>
    </message>
    <message>
        <source>This device has no network.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>इस उपकरण का कोई नेटवर्क नहीं है।</translation>
    </message>
    <message>
        <source>There is a network, but the hub does not answer.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>नेटवर्क है, पर हब उत्तर नहीं देता।</translation>
    </message>
    <message>
        <source>Somebody else answers in the hub&apos;s place: often a page on which the network asks to log in.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>हब की जगह कोई और उत्तर देता है: अक्सर वह पृष्ठ जिस पर नेटवर्क लॉग-इन करने को कहता है।</translation>
    </message>
    <message>
        <source>The date or time of this device is wrong, so that the hub cannot be told from others.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>इस उपकरण की तारीख या समय ग़लत है, इसलिए हब को दूसरों से अलग नहीं पहचाना जा सकता।</translation>
    </message>
    <message>
        <source>The hub does not know this device.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>हब इस उपकरण को नहीं जानता।</translation>
    </message>
    <message>
        <source>The hub takes nothing from this device any more: it was shut out there.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>हब अब इस उपकरण से कुछ नहीं लेता: वहाँ इसे बाहर कर दिया गया है।</translation>
    </message>
    <message>
        <source>The hub refused what this device sent.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>इस उपकरण ने जो भेजा, हब ने उसे नहीं लिया।</translation>
    </message>
    <message>
        <source>The hub is busy.</source>
        <extracomment>Why figures are not sent at the moment</extracomment>
        <translation>हब व्यस्त है।</translation>
    </message>
    <message>
        <source>They are sent slowly on purpose, to spare the network.</source>
        <extracomment>Why figures are sent slowly</extracomment>
        <translation>नेटवर्क बचाने के लिए जान-बूझकर धीरे भेजा जा रहा है।</translation>
    </message>
    <message>
        <source>The disk of this device does not do its part.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>इस उपकरण की डिस्क ठीक से काम नहीं कर रही।</translation>
    </message>
    <message>
        <source>Ask the operator for a code and enrol the device below.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>संचालक से कोड माँगें और नीचे उपकरण का पंजीकरण करें।</translation>
    </message>
    <message>
        <source>Connect it, or write to a stick below and take it to the hub.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>इसे नेटवर्क से जोड़ें, या नीचे स्टिक पर लिखकर हब तक ले जाएँ।</translation>
    </message>
    <message>
        <source>Ask the operator whether the hub is running. A stick can carry them too.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>संचालक से पूछें कि हब चल रहा है या नहीं। स्टिक से भी ले जा सकते हैं।</translation>
    </message>
    <message>
        <source>Ask who runs the network to let this device through.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>नेटवर्क चलाने वाले से कहें कि इस उपकरण को जाने दे।</translation>
    </message>
    <message>
        <source>Set the date and the time.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>तारीख और समय ठीक करें।</translation>
    </message>
    <message>
        <source>Ask the operator why, and for a new code.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>संचालक से कारण पूछें, और नया कोड माँगें।</translation>
    </message>
    <message>
        <source>Ask the operator to look at the hub.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>संचालक से हब को देखने के लिए कहें।</translation>
    </message>
    <message>
        <source>Nothing: the device tries again by itself.</source>
        <extracomment>What to do where figures are not sent at the moment</extracomment>
        <translation>कुछ नहीं: उपकरण स्वयं फिर से प्रयास करता है।</translation>
    </message>
    <message>
        <source>Have somebody look at the disk: kiosk doctor says what is wrong.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>किसी से डिस्क दिखवाएँ: kiosk doctor बताता है कि क्या गड़बड़ है।</translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>%1, version %2</source>
        <translation>%1, संस्करण %2</translation>
    </message>
    <message>
        <source>Visitors see version %1, whole, as before.</source>
        <extracomment>What visitors see while, or because, nothing new was installed: a version</extracomment>
        <translation>दर्शक पहले की तरह पूरा संस्करण %1 देखते हैं।</translation>
    </message>
    <message>
        <source>Visitors see the same as before.</source>
        <extracomment>Nothing of this content was here before</extracomment>
        <translation>दर्शक वही देखते हैं जो पहले देखते थे।</translation>
    </message>
    <message>
        <source>Installing %1</source>
        <extracomment>Title while content is being installed; the sites and the version</extracomment>
        <translation>स्थापित हो रहा है: %1</translation>
    </message>
    <message>
        <source>Stopping</source>
        <extracomment>Title while an install is being stopped</extracomment>
        <translation>रोका जा रहा है</translation>
    </message>
    <message>
        <source>Installed: %1</source>
        <extracomment>Title after content was installed; the sites and the version</extracomment>
        <translation>स्थापित हुआ: %1</translation>
    </message>
    <message>
        <source>Here already: %1</source>
        <extracomment>Title after there was nothing to install; the sites and the version</extracomment>
        <translation>पहले से यहाँ है: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <extracomment>Title after an install was stopped; the sites and the version</extracomment>
        <translation>रोका गया: %1</translation>
    </message>
    <message>
        <source>Not installed: %1</source>
        <extracomment>Title after content was not installed; the sites and the version</extracomment>
        <translation>स्थापित नहीं हुआ: %1</translation>
    </message>
    <message>
        <source>Everything is copied and checked. Visitors see it as soon as the visit under way has ended.</source>
        <extracomment>After an install, while somebody is visiting</extracomment>
        <translation>सब कुछ कॉपी हो गया और जाँच लिया गया। चल रही यात्रा के पूरा होते ही दर्शक इसे देखेंगे।</translation>
    </message>
    <message>
        <source>Everything is copied and checked. Visitors see it now.</source>
        <extracomment>After an install</extracomment>
        <translation>सब कुछ कॉपी हो गया और जाँच लिया गया। दर्शक अब इसे देखते हैं।</translation>
    </message>
    <message>
        <source>Everything is copied and checked. Visitors see another version.</source>
        <extracomment>After an install that staff have gone back from</extracomment>
        <translation>सब कुछ कॉपी हो गया और जाँच लिया गया। दर्शक दूसरा संस्करण देखते हैं।</translation>
    </message>
    <message>
        <source>Nothing had to be copied. Visitors see the same as before.</source>
        <extracomment>After there was nothing to install</extracomment>
        <translation>कुछ कॉपी करने को नहीं था। दर्शक वही देखते हैं जो पहले देखते थे।</translation>
    </message>
    <message>
        <source>What was copied is kept: the next time it goes quicker.</source>
        <extracomment>After an install was stopped; before it stands what visitors see</extracomment>
        <translation>जो कॉपी हुआ वह रखा गया है: अगली बार जल्दी होगा।</translation>
    </message>
    <message>
        <source>Once everything is copied and checked they see version %1. Nobody is interrupted: a visit under way ends with what it began with.</source>
        <extracomment>While content is being installed: when visitors see it</extracomment>
        <translation>सब कुछ कॉपी होने और जाँचे जाने के बाद वे संस्करण %1 देखेंगे। किसी को रोका नहीं जाता: चल रही यात्रा उसी सामग्री पर पूरी होती है जिससे शुरू हुई थी।</translation>
    </message>
    <message>
        <source>Taking the stick out does no harm: the rest is copied when it is plugged in again. Visits can go on meanwhile.</source>
        <extracomment>While content is being installed: what happens when the stick is pulled</extracomment>
        <translation>पेन ड्राइव निकालने से कोई नुक़सान नहीं: फिर लगाने पर बाक़ी कॉपी हो जाएगा। इस बीच यात्राएँ चलती रह सकती हैं।</translation>
    </message>
    <message>
        <source>You can take the stick out.</source>
        <extracomment>After an install</extracomment>
        <translation>आप पेन ड्राइव निकाल सकते हैं।</translation>
    </message>
    <message>
        <source>You may close these pages: copying goes on by itself.</source>
        <extracomment>Above the button that closes the staff&apos;s pages while content is being installed</extracomment>
        <translation>आप ये पन्ने बंद कर सकते हैं: कॉपी होना अपने आप चलता रहेगा।</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <extracomment>Closes the staff&apos;s pages; the next who comes has to type the PIN</extracomment>
        <translation>निकलें और लॉक करें</translation>
    </message>
    <message>
        <source>Back to the stick</source>
        <extracomment>Leads back to the stick after an install that did not come about</extracomment>
        <translation>पेन ड्राइव पर लौटें</translation>
    </message>
    <message>
        <source>Go back to version %1</source>
        <extracomment>Shows visitors the version from before the install again; its number</extracomment>
        <translation>संस्करण %1 पर लौटें</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <extracomment>Stops an install under way</extracomment>
        <translation>कॉपी करना रोकें</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Number: %1</source>
        <extracomment>Read aloud: what has been typed so far</extracomment>
        <translation>संख्या: %1</translation>
    </message>
    <message>
        <source>No stop here has the number %1. Look at the label once more, or choose from all stops.</source>
        <extracomment>After a number that no stop here bears</extracomment>
        <translation>यहाँ %1 संख्या का कोई पड़ाव नहीं है। पट्टिका फिर देखें, या सभी पड़ावों में से चुनें।</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Opens the stop whose number was typed; short, on a key</extracomment>
        <translation>खोलें</translation>
    </message>
</context>
<context>
    <name>LabelEntry</name>
    <message>
        <source>Something seems to be stuck over it</source>
        <extracomment>A label: a strange code seems to hang over it</extracomment>
        <translation>लगता है इस पर कुछ चिपका है</translation>
    </message>
    <message>
        <source>A code that imitates yours was met here</source>
        <extracomment>A label: somebody hung a code there that imitates the site&apos;s own</extracomment>
        <translation>यहाँ आपके कोड की नक़ल मिली</translation>
    </message>
    <message>
        <source>Not read since %1, while other labels are</source>
        <extracomment>A label that visitors used to read and do not read any more; the day it was last read</extracomment>
        <translation>%1 से नहीं पढ़ी गई, जबकि बाक़ी पट्टिकाएँ पढ़ी जाती हैं</translation>
    </message>
    <message>
        <source>It is wearing out: print it anew before long</source>
        <extracomment>A label that is read with ever more trouble</extracomment>
        <translation>यह घिस रही है: जल्द ही नई छापें</translation>
    </message>
    <message>
        <source>A strange code was met here</source>
        <extracomment>A label beside which a strange code was scanned, once or twice</extracomment>
        <translation>यहाँ एक पराया कोड मिला</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <extracomment>A label that no visitor has read yet</extracomment>
        <translation>अभी तक नहीं पढ़ी गई</translation>
    </message>
    <message>
        <source>All right</source>
        <extracomment>A label that is all right</extracomment>
        <translation>सब ठीक</translation>
    </message>
    <message>
        <source>Go and look. Take off what does not belong there, and scan the label on a round or touch “It is all right”.</source>
        <extracomment>What to do about a label that seems to be covered</extracomment>
        <translation>जाकर देखें। जो वहाँ का नहीं है उसे हटाएँ, और पट्टिका को दौरे में स्कैन करें या “सब ठीक है” छुएँ।</translation>
    </message>
    <message>
        <source>Go and look whether it still hangs there and can be seen.</source>
        <extracomment>What to do about a label that is not read any more</extracomment>
        <translation>जाकर देखें कि वह अब भी वहाँ टँगी है और दिखती है।</translation>
    </message>
    <message>
        <source>Clean it first. If that does not help, print it anew, hang it, and touch “Printed anew”.</source>
        <extracomment>What to do about a label that is wearing out</extracomment>
        <translation>पहले साफ़ करें। न बने तो नई छापें, टाँगें और “नई छापी” छुएँ।</translation>
    </message>
    <message>
        <source>%1 today</source>
        <extracomment>How many strange codes were scanned at this label today</extracomment>
        <translation>आज %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>How many strange codes were scanned at this label on a day; the day</extracomment>
        <translation>%2 को %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>How much of a code&apos;s reserve is left when it is read, in percent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %, at first %2 %</source>
        <extracomment>How much of a code&apos;s reserve is left when it is read, in percent, now and at first</extracomment>
        <translation>%1 %, शुरू में %2 %</translation>
    </message>
    <message>
        <source>Strange codes</source>
        <extracomment>Label: how many strange codes were scanned where this label hangs</extracomment>
        <translation>पराए कोड</translation>
    </message>
    <message>
        <source>Could not be read, in 30 days</source>
        <extracomment>Label: how often visitors could not read this label, in a month</extracomment>
        <translation>30 दिनों में नहीं पढ़ी जा सकी</translation>
    </message>
    <message>
        <source>Read by visitors, in 30 days</source>
        <extracomment>Label: how often visitors read this label, in a month</extracomment>
        <translation>30 दिनों में आगंतुकों ने पढ़ी</translation>
    </message>
    <message>
        <source>Reserve</source>
        <extracomment>Label: how much a code has to spare when it is read; it shrinks as the label gets dirty, pale or scratched</extracomment>
        <translation>बची गुंजाइश</translation>
    </message>
    <message>
        <source>Found in its place</source>
        <extracomment>Label: the day a round found this label at its stop</extracomment>
        <translation>अपनी जगह पर मिली</translation>
    </message>
    <message>
        <source>Has this label been printed and hung anew? What is known of how it was read is then forgotten.</source>
        <extracomment>Asked before the count of a label begins anew</extracomment>
        <translation>क्या यह पट्टिका नई छापकर टाँगी गई है? तब यह कैसे पढ़ी जाती थी, वह भुला दिया जाएगा।</translation>
    </message>
    <message>
        <source>It is all right</source>
        <extracomment>Says that somebody looked at a label and nothing is over it</extracomment>
        <translation>सब ठीक है</translation>
    </message>
    <message>
        <source>Printed anew</source>
        <extracomment>Says that a label was printed and hung anew; asked once more</extracomment>
        <translation>नई छापी</translation>
    </message>
    <message>
        <source>Yes, it is new</source>
        <extracomment>Answer: the label was printed and hung anew</extracomment>
        <translation>हाँ, यह नई है</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>Answer: the label is the old one</extracomment>
        <translation>नहीं</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Looking at what is known of the labels</source>
        <extracomment>Title while it is being read what is known of the labels</extracomment>
        <translation>पट्टिकाओं के बारे में जो पता है वह देखा जा रहा है</translation>
    </message>
    <message>
        <source>Labels that need somebody: %1</source>
        <extracomment>Title: how many labels somebody should look at</extracomment>
        <translation>जिन पट्टिकाओं पर ध्यान देना है: %1</translation>
    </message>
    <message>
        <source>No label needs anybody</source>
        <extracomment>Title where no label needs anybody</extracomment>
        <translation>किसी पट्टिका पर ध्यान देने की ज़रूरत नहीं</translation>
    </message>
    <message>
        <source>This device counts how well visitors read each label, and what they meet in its place. On a round you scan each label once: so you know that each hangs at its stop.</source>
        <extracomment>What the page of the labels is, and what a round is for</extracomment>
        <translation>यह उपकरण गिनता है कि आगंतुक हर पट्टिका कितनी अच्छी तरह पढ़ते हैं और उसकी जगह उन्हें क्या मिलता है। दौरे में आप हर पट्टिका एक बार स्कैन करते हैं: तब आप जानते हैं कि हर एक अपने पड़ाव पर टँगी है।</translation>
    </message>
    <message>
        <source>Show more (%1 left)</source>
        <extracomment>Shows more labels; how many are left</extracomment>
        <translation>और दिखाएँ (%1 बाक़ी)</translation>
    </message>
    <message>
        <source>A round is under way: %1 found, %2 still to scan.</source>
        <extracomment>A round of the labels was begun and not ended: how many were found, and how many are missing</extracomment>
        <translation>एक दौरा चल रहा है: %1 मिलीं, %2 स्कैन करनी बाक़ी।</translation>
    </message>
    <message>
        <source>Go on with the round</source>
        <extracomment>Goes on with the round of the labels</extracomment>
        <translation>दौरा जारी रखें</translation>
    </message>
    <message>
        <source>Begin a round</source>
        <extracomment>Begins a round: each label is scanned once</extracomment>
        <translation>दौरा शुरू करें</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>निकलें और लॉक करें</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <extracomment>Title of the page where the language is chosen</extracomment>
        <translation>अपनी भाषा चुनें</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Heading over the choice of text size, as on the foot&apos;s button</extracomment>
        <translation>अक्षरों का आकार</translation>
    </message>
    <message>
        <source>Usual</source>
        <extracomment>Size of the text</extracomment>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>Size of the text</extracomment>
        <translation>बड़ा</translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>Size of the text</extracomment>
        <translation>सबसे बड़ा</translation>
    </message>
    <message>
        <source>Light of the screen</source>
        <extracomment>Heading over the choice of dark, light or high contrast screens</extracomment>
        <translation>स्क्रीन की रोशनी</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>A dark screen, for galleries</extracomment>
        <translation>गहरी</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>A light screen, for outdoors</extracomment>
        <translation>उजली</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>Black and white, the greatest contrast</extracomment>
        <translation>उच्च कंट्रास्ट</translation>
    </message>
    <message>
        <source>Read the screen to me</source>
        <extracomment>Has the whole screen read aloud, for those who do not see it</extracomment>
        <translation>स्क्रीन मुझे पढ़कर सुनाएँ</translation>
    </message>
    <message>
        <source>I have a visit pass</source>
        <extracomment>Goes to the page where the pass of an earlier visit is read</extracomment>
        <translation>मेरे पास विज़िट पास है</translation>
    </message>
</context>
<context>
    <name>LetterPad</name>
    <message>
        <source>Space</source>
        <extracomment>The key that puts a space between words</extracomment>
        <translation>खाली जगह</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>The key that takes back the last letter</extracomment>
        <translation>मिटाएँ</translation>
    </message>
</context>
<context>
    <name>LoudnessChoice</name>
    <message>
        <source>Silent. The words run along.</source>
        <extracomment>How loud the voice is: not to be heard</extracomment>
        <translation>कोई आवाज़ नहीं। शब्द साथ-साथ चलते हैं।</translation>
    </message>
    <message>
        <source>As loud as it can be here</source>
        <extracomment>How loud the voice is: it cannot be louder on this device</extracomment>
        <translation>यहाँ आवाज़ इससे ऊँची नहीं हो सकती</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How loud the voice is, for example &quot;7 of 10&quot;</extracomment>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>Quieter</source>
        <extracomment>Makes the voice less loud</extracomment>
        <translation>कम करें</translation>
    </message>
    <message>
        <source>Louder</source>
        <extracomment>Makes the voice louder</extracomment>
        <translation>बढ़ाएँ</translation>
    </message>
    <message>
        <source>Loudness</source>
        <extracomment>Heading over the loudness of the voice</extracomment>
        <translation>आवाज़ का स्तर</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Plan of the site</source>
        <translation>परिसर का नक़्शा</translation>
    </message>
    <message>
        <source>Floor</source>
        <extracomment>Heading over the floors of the plan</extracomment>
        <translation>तल</translation>
    </message>
    <message>
        <source>Your tour</source>
        <extracomment>Goes to the page of the tour that the visitor follows</extracomment>
        <translation>आपकी सैर</translation>
    </message>
</context>
<context>
    <name>NearbyPage</name>
    <message>
        <source>Places near here</source>
        <extracomment>Title of the page of other sites near by</extracomment>
        <translation>आसपास की जगहें</translation>
    </message>
    <message>
        <source>No other site near here is known to this guide.</source>
        <extracomment>On the page of other sites, where none is known</extracomment>
        <translation>इस गाइड को आसपास की कोई और जगह मालूम नहीं।</translation>
    </message>
    <message>
        <source>Within a walk</source>
        <extracomment>Heading over sites within two kilometres</extracomment>
        <translation>पैदल दूरी पर</translation>
    </message>
    <message>
        <source>A short ride away</source>
        <extracomment>Heading over sites within five kilometres</extracomment>
        <translation>थोड़ी सवारी की दूरी पर</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>सभी पड़ाव</translation>
    </message>
</context>
<context>
    <name>NearbyRow</name>
    <message>
        <source>Less known than it deserves</source>
        <extracomment>Beside a site to which few people go</extracomment>
        <translation>इसे कम लोग जानते हैं</translation>
    </message>
    <message>
        <source>%1 m on foot</source>
        <extracomment>A way on foot that was measured, in metres</extracomment>
        <translation>पैदल %1 मी</translation>
    </message>
    <message>
        <source>%1 km on foot</source>
        <extracomment>A way on foot that was measured, in kilometres</extracomment>
        <translation>पैदल %1 किमी</translation>
    </message>
    <message>
        <source>about %1 m</source>
        <extracomment>A distance in metres</extracomment>
        <translation>लगभग %1 मी</translation>
    </message>
    <message>
        <source>about %1 km</source>
        <extracomment>A distance in kilometres</extracomment>
        <translation>लगभग %1 किमी</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>Beside a site; when it closes is not known, or it never does</extracomment>
        <translation>खुला है</translation>
    </message>
    <message>
        <source>closed now</source>
        <extracomment>Beside a site; when it opens is not known</extracomment>
        <translation>अभी बंद है</translation>
    </message>
    <message>
        <source>open until %1</source>
        <extracomment>Beside a site; %1 is a time of today, for example 17:00</extracomment>
        <translation>%1 बजे तक खुला</translation>
    </message>
    <message>
        <source>closed now, opens at %1</source>
        <extracomment>Beside a site; %1 is a time of today, for example 10:00</extracomment>
        <translation>अभी बंद है, %1 बजे खुलेगा</translation>
    </message>
    <message>
        <source>open until %1, %2</source>
        <extracomment>Beside a site; %1 is a day of the week, %2 a time</extracomment>
        <translation>%1, %2 बजे तक खुला</translation>
    </message>
    <message>
        <source>closed now, opens on %1 at %2</source>
        <extracomment>Beside a site; %1 is a day of the week, %2 a time</extracomment>
        <translation>अभी बंद है, %1 को %2 बजे खुलेगा</translation>
    </message>
    <message>
        <source>other hours on public holidays</source>
        <extracomment>After opening hours that are others on public holidays, which this device does not know</extracomment>
        <translation>सार्वजनिक छुट्टियों पर समय अलग</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Which one is it?</source>
        <extracomment>Title of the choice between stops with the same number</extracomment>
        <translation>इनमें से कौन-सा?</translation>
    </message>
    <message>
        <source>Type the number on the label</source>
        <extracomment>Title of the number pad</extracomment>
        <translation>पट्टिका पर लिखी संख्या टाइप करें</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>सभी पड़ाव</translation>
    </message>
    <message>
        <source>No stop here has the number %1. Did you mean one of these?</source>
        <extracomment>Title over stops whose number is much like the one typed, which no stop here has</extracomment>
        <translation>यहाँ %1 संख्या का कोई पड़ाव नहीं है। क्या इनमें से कोई था?</translation>
    </message>
    <message>
        <source>Type another number</source>
        <extracomment>Goes back from a choice of stops to the number pad</extracomment>
        <translation>दूसरी संख्या टाइप करें</translation>
    </message>
</context>
<context>
    <name>OfferChoice</name>
    <message>
        <source>new here</source>
        <extracomment>A release on a stick: this device has none of this content</extracomment>
        <translation>यहाँ नया</translation>
    </message>
    <message>
        <source>newer than here</source>
        <extracomment>A release on a stick: a later version than the one on this device</extracomment>
        <translation>यहाँ से नया</translation>
    </message>
    <message>
        <source>here already</source>
        <extracomment>A release on a stick: this device has it already</extracomment>
        <translation>पहले से यहाँ</translation>
    </message>
    <message>
        <source>older than here</source>
        <extracomment>A release on a stick: an earlier version than the one on this device</extracomment>
        <translation>यहाँ से पुराना</translation>
    </message>
    <message>
        <source>cannot be installed</source>
        <extracomment>A release on a stick: it cannot be installed</extracomment>
        <translation>स्थापित नहीं हो सकता</translation>
    </message>
    <message>
        <source>%1, version %2: %3</source>
        <extracomment>A release in a list: the site, its version, and what it is to this device</extracomment>
        <translation>%1, संस्करण %2: %3</translation>
    </message>
</context>
<context>
    <name>OfferPart</name>
    <message>
        <source>On the stick %1</source>
        <extracomment>Title over what a stick carries; its name</extracomment>
        <translation>पेन ड्राइव %1 पर</translation>
    </message>
    <message>
        <source>It carries no content.</source>
        <extracomment>A stick with a publisher&apos;s data and no content on it</extracomment>
        <translation>इस पर कोई सामग्री नहीं है।</translation>
    </message>
    <message>
        <source>Content for</source>
        <extracomment>Label: the sites that the content is about</extracomment>
        <translation>सामग्री किसकी</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>Label: the number of a release</extracomment>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Made by</source>
        <extracomment>Label: who wrote the content</extracomment>
        <translation>किसने बनाया</translation>
    </message>
    <message>
        <source>Last checked</source>
        <extracomment>Label: when somebody last checked the content</extracomment>
        <translation>पिछली जाँच</translation>
    </message>
    <message>
        <source>Languages</source>
        <extracomment>Label over the languages of the content</extracomment>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Label: how large the content is</extracomment>
        <translation>आकार</translation>
    </message>
    <message>
        <source>The stick</source>
        <extracomment>Label of a fact about the stick</extracomment>
        <translation>पेन ड्राइव</translation>
    </message>
    <message>
        <source>cannot be written to; that does no harm</source>
        <extracomment>The stick cannot be written to, which does not matter here</extracomment>
        <translation>इस पर लिखा नहीं जा सकता; इससे कोई नुक़सान नहीं</translation>
    </message>
</context>
<context>
    <name>PartCheck</name>
    <message>
        <source>always</source>
        <extracomment>Beside the language that is always installed</extracomment>
        <translation>हमेशा</translation>
    </message>
    <message>
        <source>Videos</source>
        <extracomment>A part of the content that may be left out</extracomment>
        <translation>वीडियो</translation>
    </message>
    <message>
        <source>Sign language</source>
        <extracomment>A part of the content that may be left out</extracomment>
        <translation>सांकेतिक भाषा</translation>
    </message>
    <message>
        <source>Recognising things</source>
        <extracomment>A part of the content that may be left out: by it the camera knows the things themselves, without a label</extracomment>
        <translation>वस्तुओं की पहचान</translation>
    </message>
</context>
<context>
    <name>PartsChoice</name>
    <message>
        <source>What to install</source>
        <extracomment>Title over the languages and videos to install</extracomment>
        <translation>क्या स्थापित करना है</translation>
    </message>
    <message>
        <source>What you leave out now can be added later from the same stick. This device remembers your choice.</source>
        <extracomment>Under the title of the list of languages and videos to install</extracomment>
        <translation>जो आप अभी छोड़ेंगे वह बाद में इसी पेन ड्राइव से जोड़ा जा सकता है। यह उपकरण आपका चुनाव याद रखता है।</translation>
    </message>
</context>
<context>
    <name>PassPage</name>
    <message>
        <source>Your visit pass</source>
        <extracomment>Title of the page where the pass of an earlier visit is read</extracomment>
        <translation>आपका विज़िट पास</translation>
    </message>
    <message>
        <source>It sets your language, the size of the text and how you like to listen. Nothing of it stays on this device.</source>
        <extracomment>Below the guidance on the page where a visit pass is read</extracomment>
        <translation>यह आपकी भाषा, अक्षरों का आकार और सुनने का ढंग तय कर देता है। इसका कुछ भी इस उपकरण पर नहीं रहता।</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <extracomment>Leaves the page where a visit pass is read, and goes on to the choice of language</extracomment>
        <translation>इसके बिना आगे बढ़ें</translation>
    </message>
    <message>
        <source>The camera gives no picture, so the pass cannot be read. Go on without it.</source>
        <extracomment>On the page where a visit pass is read, where the camera gives no picture</extracomment>
        <translation>कैमरा कोई चित्र नहीं दे रहा, इसलिए पास पढ़ा नहीं जा सकता। इसके बिना आगे बढ़ें।</translation>
    </message>
    <message>
        <source>This pass comes from a newer guide. Please go on without it.</source>
        <extracomment>A visit pass was made by a newer guide than this one</extracomment>
        <translation>यह पास किसी नई गाइड का है। कृपया इसके बिना आगे बढ़ें।</translation>
    </message>
    <message>
        <source>This pass comes from other sites. Please go on without it.</source>
        <extracomment>A visit pass was made by sites that this guide does not belong to</extracomment>
        <translation>यह पास दूसरे स्थलों का है। कृपया इसके बिना आगे बढ़ें।</translation>
    </message>
    <message>
        <source>This pass cannot be used. Please go on without it.</source>
        <extracomment>A visit pass whose signature is wrong: it may be damaged or made up</extracomment>
        <translation>इस पास का उपयोग नहीं हो सकता। कृपया इसके बिना आगे बढ़ें।</translation>
    </message>
    <message>
        <source>That is not a visit pass. Hold the whole code still, or go on without it.</source>
        <extracomment>A code that is no visit pass was held before the camera</extracomment>
        <translation>यह विज़िट पास नहीं है। पूरे कोड को स्थिर रखें, या इसके बिना आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Hold the code of your pass before the camera</source>
        <extracomment>Guidance on the page where a visit pass is read</extracomment>
        <translation>अपने पास का कोड कैमरे के सामने रखें</translation>
    </message>
</context>
<context>
    <name>PassPanel</name>
    <message>
        <source>The code of your visit pass</source>
        <extracomment>Says what the picture of the visit pass is, to those who do not see it</extracomment>
        <translation>आपके विज़िट पास का कोड</translation>
    </message>
    <message>
        <source>Take a photograph of this code</source>
        <extracomment>Title of the panel with the visit pass</extracomment>
        <translation>इस कोड की तस्वीर ले लें</translation>
    </message>
    <message>
        <source>Show it at your next visit, here or at another site: the guide is then set up as you like it.</source>
        <extracomment>What the visit pass is for</extracomment>
        <translation>अगली बार यहाँ या किसी और स्थल पर इसे दिखाएँ: गाइड आपकी पसंद के अनुसार तैयार हो जाएगी।</translation>
    </message>
    <message>
        <source>In the pass</source>
        <extracomment>Heading over what is in the visit pass</extracomment>
        <translation>पास में</translation>
    </message>
    <message>
        <source>The pass has no last day.</source>
        <extracomment>When the visit pass ends</extracomment>
        <translation>इस पास की कोई अंतिम तारीख नहीं है।</translation>
    </message>
    <message>
        <source>Printing</source>
        <extracomment>On the button that prints the visit pass, while it is printed</extracomment>
        <translation>छप रहा है</translation>
    </message>
    <message>
        <source>Print another</source>
        <extracomment>Prints the visit pass on another paper</extracomment>
        <translation>एक और छापें</translation>
    </message>
    <message>
        <source>Print it</source>
        <extracomment>Prints the visit pass on paper</extracomment>
        <translation>इसे छापें</translation>
    </message>
    <message>
        <source>No name, no account. It is nowhere but in your photograph or on your paper; this device forgets it.</source>
        <extracomment>What is not in the visit pass, and where it is kept</extracomment>
        <translation>न नाम, न खाता। यह केवल आपकी तस्वीर में या आपके काग़ज़ पर है; यह उपकरण इसे भूल जाता है।</translation>
    </message>
    <message>
        <source>No name, no account. It is nowhere but in your photograph; this device forgets it.</source>
        <extracomment>What is not in the visit pass, and where it is kept</extracomment>
        <translation>न नाम, न खाता। यह आपकी तस्वीर के सिवा कहीं नहीं है; यह उपकरण इसे भूल जाता है।</translation>
    </message>
    <message>
        <source>I have it</source>
        <extracomment>Puts the visit pass away after it was photographed</extracomment>
        <translation>मैंने ले ली</translation>
    </message>
    <message>
        <source>Your visit pass</source>
        <extracomment>Title of the visit pass on paper</extracomment>
        <translation>आपका विज़िट पास</translation>
    </message>
    <message>
        <source>No name, no account. It is nowhere but on this paper.</source>
        <extracomment>On the paper with the visit pass: what is not in it, and where it is kept</extracomment>
        <translation>न नाम, न खाता। यह केवल इस काग़ज़ पर है।</translation>
    </message>
    <message>
        <source>The paper is on its way.</source>
        <extracomment>While the visit pass is printed</extracomment>
        <translation>काग़ज़ आ रहा है।</translation>
    </message>
    <message>
        <source>Your paper is at the printer. Take it with you.</source>
        <extracomment>The visit pass was printed</extracomment>
        <translation>आपका काग़ज़ प्रिंटर पर है। उसे अपने साथ ले जाएँ।</translation>
    </message>
    <message>
        <source>The printer gives no paper just now. Take a photograph of the code instead.</source>
        <extracomment>The visit pass could not be printed</extracomment>
        <translation>प्रिंटर अभी काग़ज़ नहीं दे रहा है। इसके बजाय कोड की तस्वीर ले लें।</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <extracomment>In the visit pass: the visitor&apos;s language</extracomment>
        <translation>भाषा: %1</translation>
    </message>
    <message>
        <source>Told: %1</source>
        <extracomment>In the visit pass: how much the visitor wants to be told, for example &quot;The story&quot;</extracomment>
        <translation>सुनाया जाता है: %1</translation>
    </message>
    <message>
        <source>Stops seen: %1</source>
        <extracomment>In the visit pass: how many stops were seen, at all sites together</extracomment>
        <translation>देखे गए पड़ाव: %1</translation>
    </message>
    <message>
        <source>You stayed with: %1</source>
        <extracomment>In the visit pass: words for what the visitor stayed with, and what stands between them</extracomment>
        <translation>आप इनके साथ ठहरे: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Larger text</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>उच्च कंट्रास्ट</translation>
    </message>
    <message>
        <source>No captions</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>कैप्शन नहीं</translation>
    </message>
    <message>
        <source>Large captions</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>बड़े कैप्शन</translation>
    </message>
    <message>
        <source>The screen read aloud</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>स्क्रीन पढ़कर सुनाना</translation>
    </message>
    <message>
        <source>Another speed of the voice</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>आवाज़ की दूसरी गति</translation>
    </message>
    <message>
        <source>Stop after each story</source>
        <extracomment>In the visit pass: a setting; after a story nothing more follows by itself</extracomment>
        <translation>हर कहानी के बाद रुकना</translation>
    </message>
</context>
<context>
    <name>PictureCloseUp</name>
    <message>
        <source>Nearer</source>
        <extracomment>Enlarges a picture</extracomment>
        <translation>और पास</translation>
    </message>
    <message>
        <source>Further away</source>
        <extracomment>Makes an enlarged picture smaller again</extracomment>
        <translation>और दूर</translation>
    </message>
</context>
<context>
    <name>PictureShow</name>
    <message>
        <source>Look closer</source>
        <extracomment>Shows the stop&apos;s picture over the whole page, to be enlarged</extracomment>
        <translation>पास से देखें</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <extracomment>Shows the next of several pictures; for example &quot;Picture 1 of 3&quot;</extracomment>
        <translation>चित्र %1 / %2</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits typed: %1</source>
        <extracomment>Read aloud: how many digits of the PIN have been typed</extracomment>
        <translation>टाइप किए गए अंक: %1</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Takes the PIN that was typed; short, on a key</extracomment>
        <translation>खोलें</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>This device has no PIN yet</source>
        <extracomment>Title where no PIN has been chosen and nobody may choose one</extracomment>
        <translation>इस उपकरण का अभी कोई पिन नहीं है</translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <extracomment>Title where staff choose the device&apos;s PIN</extracomment>
        <translation>कर्मचारियों के लिए पिन चुनें</translation>
    </message>
    <message>
        <source>Type the new PIN once more</source>
        <extracomment>Title where the PIN just chosen is typed again</extracomment>
        <translation>नया पिन एक बार फिर टाइप करें</translation>
    </message>
    <message>
        <source>Type the staff PIN</source>
        <extracomment>Title over the number pad before the staff&apos;s pages</extracomment>
        <translation>कर्मचारियों का पिन टाइप करें</translation>
    </message>
    <message>
        <source>Plug in the stick with the new content: then you can choose one here. Whoever looks after the devices can also set it with “kiosk staff pin”.</source>
        <extracomment>How a first PIN comes about</extracomment>
        <translation>नई सामग्री वाली पेन ड्राइव लगाएँ: तब आप यहाँ पिन चुन सकते हैं। उपकरणों की देखभाल करने वाला इसे “kiosk staff pin” से भी तय कर सकता है।</translation>
    </message>
    <message>
        <source>4 to 8 digits that visitors do not guess. It opens these pages on this device.</source>
        <extracomment>What a PIN is like</extracomment>
        <translation>4 से 8 अंक जिनका दर्शक अनुमान न लगा सकें। इससे इस उपकरण पर ये पन्ने खुलते हैं।</translation>
    </message>
    <message>
        <source>That is not the PIN. Nothing has changed.</source>
        <extracomment>After a wrong PIN</extracomment>
        <translation>यह पिन नहीं है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Too many wrong tries. The next one in %1 s.</source>
        <extracomment>After several wrong PINs: seconds until the next try</extracomment>
        <translation>बहुत बार ग़लत पिन। अगली कोशिश %1 से. में।</translation>
    </message>
    <message>
        <source>The two were not the same. Choose once more.</source>
        <extracomment>The PIN was typed in two ways</extracomment>
        <translation>दोनों एक जैसे नहीं थे। फिर चुनें।</translation>
    </message>
</context>
<context>
    <name>PlaceOffer</name>
    <message>
        <source>You stand at</source>
        <extracomment>Over the name of the outdoor stop that the visitor stands at</extracomment>
        <translation>आप यहाँ हैं</translation>
    </message>
    <message>
        <source>Near here</source>
        <extracomment>Over the name of an outdoor stop, where the place is known too roughly for a distance</extracomment>
        <translation>यहीं पास में</translation>
    </message>
    <message>
        <source>%1 m straight on</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow</extracomment>
        <translation>%1 मी सीधे आगे</translation>
    </message>
    <message>
        <source>%1 m behind you</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking away from it</extracomment>
        <translation>%1 मी आपके पीछे</translation>
    </message>
    <message>
        <source>%1 m to the right</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow</extracomment>
        <translation>%1 मी दाईं ओर</translation>
    </message>
    <message>
        <source>%1 m to the left</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow</extracomment>
        <translation>%1 मी बाईं ओर</translation>
    </message>
    <message>
        <source>%1 m to the north</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी उत्तर की ओर</translation>
    </message>
    <message>
        <source>%1 m to the north-east</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी उत्तर-पूर्व की ओर</translation>
    </message>
    <message>
        <source>%1 m to the east</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी पूर्व की ओर</translation>
    </message>
    <message>
        <source>%1 m to the south-east</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी दक्षिण-पूर्व की ओर</translation>
    </message>
    <message>
        <source>%1 m to the south</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी दक्षिण की ओर</translation>
    </message>
    <message>
        <source>%1 m to the south-west</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी दक्षिण-पश्चिम की ओर</translation>
    </message>
    <message>
        <source>%1 m to the west</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी पश्चिम की ओर</translation>
    </message>
    <message>
        <source>%1 m to the north-west</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>%1 मी उत्तर-पश्चिम की ओर</translation>
    </message>
</context>
<context>
    <name>PlaceOffers</name>
    <message>
        <source>Not now</source>
        <extracomment>Takes away the offer of a stop near by</extracomment>
        <translation>अभी नहीं</translation>
    </message>
</context>
<context>
    <name>PlanKey</name>
    <message>
        <source>Seen</source>
        <extracomment>How to read the plan, beside a filled disc</extracomment>
        <translation>देखा हुआ</translation>
    </message>
    <message>
        <source>Your tour</source>
        <extracomment>How to read the plan, beside a dashed line</extracomment>
        <translation>आपकी सैर</translation>
    </message>
    <message>
        <source>Worth the detour</source>
        <extracomment>How to read the plan, beside a ringed disc</extracomment>
        <translation>थोड़ा मुड़कर देखने लायक</translation>
    </message>
    <message>
        <source>The dot is you, somewhere in its circle. Where you are is not kept.</source>
        <extracomment>How to read the plan where the device knows its place outdoors; the place is not recorded</extracomment>
        <translation>बिंदु आप हैं, अपने घेरे में कहीं। आप कहाँ हैं, यह रखा नहीं जाता।</translation>
    </message>
</context>
<context>
    <name>PlanMap</name>
    <message>
        <source>On to: %1</source>
        <extracomment>On the plan of one floor, where the way goes on; %1 is the other floor&apos;s name</extracomment>
        <translation>आगे: %1</translation>
    </message>
    <message>
        <source>You are here</source>
        <extracomment>On the plan, beside the stop that the visitor opened last</extracomment>
        <translation>आप यहाँ हैं</translation>
    </message>
</context>
<context>
    <name>PlanSpot</name>
    <message>
        <source>You are here</source>
        <translation>आप यहाँ हैं</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>देखा हुआ</translation>
    </message>
    <message>
        <source>In your tour</source>
        <extracomment>What a screen reader says of a stop on the plan that is in the visitor&apos;s tour</extracomment>
        <translation>आपकी सैर में</translation>
    </message>
    <message>
        <source>Worth the detour</source>
        <extracomment>What a screen reader says of a stop on the plan; as under the plan</extracomment>
        <translation>थोड़ा मुड़कर देखने लायक</translation>
    </message>
</context>
<context>
    <name>PlayBar</name>
    <message>
        <source>Pause</source>
        <extracomment>Pauses the voice; short, below an icon</extracomment>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>Starts the voice, or lets it go on; short, below an icon</extracomment>
        <translation>सुनें</translation>
    </message>
    <message>
        <source>Back %1 s</source>
        <extracomment>Goes back ten seconds in the story; short, below an icon</extracomment>
        <translation>%1 से. पीछे</translation>
    </message>
    <message>
        <source>Forward %1 s</source>
        <extracomment>Goes on by ten seconds in the story, past what lies between; short, below an icon</extracomment>
        <translation>%1 से. आगे</translation>
    </message>
    <message>
        <source>Voice</source>
        <extracomment>Opens how the voice is heard: its speed, its loudness; short, below an icon</extracomment>
        <translation>आवाज़</translation>
    </message>
    <message>
        <source>Voice %1 ×</source>
        <extracomment>The same button while the voice is not at its usual speed, which is told: 1.25 and the like; short</extracomment>
        <translation>आवाज़ %1 ×</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Place in the story</source>
        <extracomment>Read aloud: the slider that tells how far the story has been told</extracomment>
        <translation>कहानी में स्थान</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Read aloud: how far the story has been told, of how long it is; minutes and seconds</extracomment>
        <translation>%2 में से %1</translation>
    </message>
</context>
<context>
    <name>PublisherPart</name>
    <message>
        <source>Can it be trusted?</source>
        <extracomment>Title over whose stick it is</extracomment>
        <translation>क्या इस पर भरोसा किया जा सकता है?</translation>
    </message>
    <message>
        <source>Yes. It is signed by %1, whom this device trusts.</source>
        <extracomment>The stick&apos;s publisher is known</extracomment>
        <translation>हाँ। इस पर %1 के हस्ताक्षर हैं, जिन पर यह उपकरण भरोसा करता है।</translation>
    </message>
    <message>
        <source>Not yet. The stick says it is from %1, whom this device does not know. Compare the fingerprint below with the one your museum gave you on paper.</source>
        <extracomment>The stick&apos;s publisher is not known: their name</extracomment>
        <translation>अभी नहीं। पेन ड्राइव कहती है कि वह %1 की है, जिन्हें यह उपकरण नहीं जानता। नीचे के फ़िंगरप्रिंट को उससे मिलाएँ जो आपके संग्रहालय ने काग़ज़ पर दिया है।</translation>
    </message>
    <message>
        <source>No. The stick says it is from %1; this device takes content from %2 only. Whoever looks after the devices can change that.</source>
        <extracomment>The stick is another publisher&apos;s: theirs, and the one this device trusts</extracomment>
        <translation>नहीं। पेन ड्राइव कहती है कि वह %1 की है; यह उपकरण केवल %2 की सामग्री लेता है। उपकरणों की देखभाल करने वाला इसे बदल सकता है।</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <extracomment>Label of the fingerprint</extracomment>
        <translation>फ़िंगरप्रिंट</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Above one of three questions, for example &quot;1 of 3&quot;</extracomment>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>Leaves a question without an answer and goes on</extracomment>
        <translation>छोड़ें</translation>
    </message>
</context>
<context>
    <name>RatingRow</name>
    <message>
        <source>%1 of 5 stars</source>
        <extracomment>Read aloud: a rating; %1 of five stars</extracomment>
        <translation>5 में से %1 तारे</translation>
    </message>
    <message>
        <source>Thank you. You can change it until your visit ends.</source>
        <extracomment>After a visitor gave stars</extracomment>
        <translation>धन्यवाद। यात्रा पूरी होने तक आप इसे बदल सकते हैं।</translation>
    </message>
</context>
<context>
    <name>ReadAlong</name>
    <message>
        <source>Up and down choose a sentence, Enter tells on from it.</source>
        <extracomment>Read aloud with the text of a story, to those who use keys: how to hear it from another place</extracomment>
        <translation>ऊपर और नीचे से वाक्य चुनें, Enter से वहीं से सुनें।</translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message>
        <source>%1 found, %2 still to scan</source>
        <extracomment>How far a round is</extracomment>
        <translation>%1 मिलीं, %2 स्कैन करनी बाक़ी</translation>
    </message>
    <message>
        <source>Every label hangs at its stop: %1 found.</source>
        <extracomment>How a round ended: how many labels hang at their stops</extracomment>
        <translation>हर पट्टिका अपने पड़ाव पर टँगी है: %1 मिलीं।</translation>
    </message>
    <message>
        <source>%1 found, %2 not scanned. Go and look at those below: a label that is gone is printed anew.</source>
        <extracomment>How a round ended: how many labels were found, and how many were not scanned</extracomment>
        <translation>%1 मिलीं, %2 स्कैन नहीं हुईं। नीचे वालियों को जाकर देखें: जो पट्टिका नहीं रही उसे नया छापा जाता है।</translation>
    </message>
    <message>
        <source>Several codes are in view. Hold the camera to one.</source>
        <extracomment>On a round: more than one label is before the camera</extracomment>
        <translation>कई कोड दिख रहे हैं। कैमरा एक पर रखें।</translation>
    </message>
    <message>
        <source>This code is not yours. If it hangs over a label, take it off.</source>
        <extracomment>On a round: the code that was scanned is somebody else&apos;s</extracomment>
        <translation>यह कोड आपका नहीं है। अगर यह किसी पट्टिका के ऊपर लगा है तो हटा दें।</translation>
    </message>
    <message>
        <source>This code imitates yours: it has your address, or one like it, but not your mark. Take it off and keep it for whoever looks into it.</source>
        <extracomment>On a round: the code that was scanned was made to look like the site&apos;s own</extracomment>
        <translation>यह कोड आपके कोड की नक़ल है: इसमें आपका या उस जैसा पता है, पर आपका निशान नहीं। इसे हटाएँ और जाँच करने वाले के लिए रखें।</translation>
    </message>
    <message>
        <source>This label is yours, but the content on this device does not know it. Install the newest content.</source>
        <extracomment>On a round: the label is the site&apos;s, but the content on this device does not know it</extracomment>
        <translation>यह पट्टिका आपकी है, पर इस उपकरण की सामग्री इसे नहीं जानती। सबसे नई सामग्री इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>This label belongs to another site.</source>
        <extracomment>On a round: the label belongs to another of the sites on this device</extracomment>
        <translation>यह पट्टिका किसी और स्थल की है।</translation>
    </message>
    <message>
        <source>This device has no camera. Make the round with one that has.</source>
        <extracomment>A round on a device that has no camera</extracomment>
        <translation>इस उपकरण में कैमरा नहीं है। कैमरे वाले उपकरण से दौरा करें।</translation>
    </message>
    <message>
        <source>The camera does not answer. Plug it in again.</source>
        <extracomment>A round while the camera does not answer</extracomment>
        <translation>कैमरा जवाब नहीं दे रहा। उसे फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <extracomment>A round before the camera&apos;s first picture</extracomment>
        <translation>कैमरा शुरू हो रहा है</translation>
    </message>
    <message>
        <source>Hold the camera to a label.</source>
        <extracomment>On a round: what to do</extracomment>
        <translation>कैमरा किसी पट्टिका के सामने रखें।</translation>
    </message>
    <message>
        <source>The round is over</source>
        <extracomment>Title: a round of the labels is over</extracomment>
        <translation>दौरा पूरा हुआ</translation>
    </message>
    <message>
        <source>Not scanned</source>
        <extracomment>Title over the labels that a round did not find</extracomment>
        <translation>स्कैन नहीं हुईं</translation>
    </message>
    <message>
        <source>Still to scan</source>
        <extracomment>Title over the labels that are still to be scanned on a round</extracomment>
        <translation>स्कैन करनी बाक़ी</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <extracomment>After a list that is cut: how many more there are</extracomment>
        <translation>और %1</translation>
    </message>
    <message>
        <source>End the round</source>
        <extracomment>Ends a round of the labels and shows what came of it</extracomment>
        <translation>दौरा समाप्त करें</translation>
    </message>
    <message>
        <source>Back to the labels</source>
        <extracomment>Leads from the end of a round back to the list of the labels</extracomment>
        <translation>पट्टिकाओं पर वापस</translation>
    </message>
    <message>
        <source>Pause the round</source>
        <extracomment>Leads from a round to the list of the labels; the round can be gone on with later</extracomment>
        <translation>दौरा रोकें</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>less than %1 MB</source>
        <extracomment>A size: some thousand bytes</extracomment>
        <translation>%1 MB से कम</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <extracomment>A size in megabytes</extracomment>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <extracomment>A length of time</extracomment>
        <translation>कुछ सेकंड</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>A length of time</extracomment>
        <translation>एक मिनट से कम</translation>
    </message>
    <message>
        <source>about a minute</source>
        <extracomment>A length of time</extracomment>
        <translation>लगभग एक मिनट</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <extracomment>A length of time: two minutes or more</extracomment>
        <translation>
            <numerusform>लगभग %n मिनट</numerusform>
            <numerusform>लगभग %n मिनट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours</source>
        <extracomment>A length of time: two hours or more</extracomment>
        <translation>
            <numerusform>लगभग %n घंटा</numerusform>
            <numerusform>लगभग %n घंटे</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n days</source>
        <extracomment>A length of time: two days or more</extracomment>
        <translation>
            <numerusform>लगभग %n दिन</numerusform>
            <numerusform>लगभग %n दिन</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SayDigits</name>
    <message>
        <source>Do not say the digits</source>
        <extracomment>Switches off that the keys of the number pad are said aloud</extracomment>
        <translation>अंक बोलना बंद करें</translation>
    </message>
    <message>
        <source>Say the digits aloud</source>
        <extracomment>Has each key of the number pad said aloud, for those who cannot see it well</extracomment>
        <translation>अंक बोलकर सुनाएँ</translation>
    </message>
    <message>
        <source>Each digit is said aloud now</source>
        <extracomment>Said aloud when the number pad begins to say its keys</extracomment>
        <translation>अब हर अंक बोलकर सुनाया जाएगा</translation>
    </message>
</context>
<context>
    <name>ScannedLabel</name>
    <message>
        <source>This label opens</source>
        <extracomment>Title over the label that was just scanned on a round</extracomment>
        <translation>यह पट्टिका यह खोलती है</translation>
    </message>
    <message>
        <source>Nothing scanned yet</source>
        <extracomment>Title before the first scan of a round</extracomment>
        <translation>अभी कुछ स्कैन नहीं हुआ</translation>
    </message>
    <message>
        <source>If you do not stand there, the label hangs in the wrong place: take it back, and hang it where it belongs.</source>
        <extracomment>On a round, under the stop that a label leads to</extracomment>
        <translation>अगर आप वहाँ नहीं खड़े हैं तो पट्टिका ग़लत जगह टँगी है: इसे वापस लें और सही जगह टाँगें।</translation>
    </message>
    <message>
        <source>The stop that a label leads to is shown here. Compare it with where you stand.</source>
        <extracomment>On a round, before the first scan</extracomment>
        <translation>पट्टिका जिस पड़ाव तक ले जाती है वह यहाँ दिखता है। उसे अपनी जगह से मिलाएँ।</translation>
    </message>
    <message>
        <source>Take it back: I stand elsewhere</source>
        <extracomment>Takes the last scan of a round back: the label hangs in the wrong place</extracomment>
        <translation>वापस लें: मैं कहीं और हूँ</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <extracomment>In the empty search field</extracomment>
        <translation>खोजें</translation>
    </message>
</context>
<context>
    <name>SelfVoicing</name>
    <message>
        <source>The screen is read to you. Press Tab for the next thing that can be chosen, and Enter to choose it. F4 reads one thing after the other, F3 the whole page. F2 ends the reading.</source>
        <extracomment>Said aloud when the screen begins to be read to somebody who does not see it and uses a keyboard; the keys&apos; names are those written on them</extracomment>
        <translation>स्क्रीन आपको पढ़कर सुनाई जा रही है। अगली चुनी जा सकने वाली चीज़ के लिए टैब दबाएँ, और उसे चुनने के लिए एंटर। F4 एक के बाद एक चीज़ पढ़ता है, F3 पूरा पन्ना। F2 पढ़ना बंद करता है।</translation>
    </message>
    <message>
        <source>The screen is read to you. Move a finger over it to hear what is there. Touch twice, anywhere, to choose what you heard last. Swipe to the side for the next thing. On a keyboard use Tab and Enter.</source>
        <extracomment>Said aloud when the screen begins to be read to somebody who does not see it</extracomment>
        <translation>स्क्रीन आपको पढ़कर सुनाई जा रही है। क्या-क्या है यह सुनने के लिए उस पर उँगली फिराएँ। जो अभी सुना उसे चुनने के लिए कहीं भी दो बार छुएँ। अगली चीज़ के लिए बगल में सरकाएँ। कीबोर्ड पर टैब और एंटर से चलें।</translation>
    </message>
    <message>
        <source>Things to touch: %1</source>
        <extracomment>Said aloud after the words of a page: how many buttons and the like it has</extracomment>
        <translation>छूने की चीज़ें: %1</translation>
    </message>
    <message>
        <source>not available now</source>
        <extracomment>Said aloud of a button that cannot be touched now</extracomment>
        <translation>अभी उपलब्ध नहीं</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Said aloud after a button&apos;s name: the how-manieth of all that can be touched</extracomment>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <extracomment>Said aloud of one of several choices, the chosen one</extracomment>
        <translation>%1, चुना हुआ</translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <extracomment>Said aloud of one of several choices, not the chosen one</extracomment>
        <translation>%1, चुना नहीं</translation>
    </message>
    <message>
        <source>%1, on</source>
        <extracomment>Said aloud of something that is switched on</extracomment>
        <translation>%1, चालू</translation>
    </message>
    <message>
        <source>%1, off</source>
        <extracomment>Said aloud of something that is switched off</extracomment>
        <translation>%1, बंद</translation>
    </message>
    <message>
        <source>%1, %2 per cent. Press an arrow key to change it</source>
        <extracomment>Said aloud of a slider to somebody who uses a keyboard: its name, and how far it is moved, in per cent</extracomment>
        <translation>%1, %2 प्रतिशत। बदलने के लिए कोई तीर कुंजी दबाएँ</translation>
    </message>
    <message>
        <source>%1, %2 per cent. Swipe up or down to change it</source>
        <extracomment>Said aloud of a slider: its name, and how far it is moved, in per cent</extracomment>
        <translation>%1, %2 प्रतिशत। बदलने के लिए ऊपर या नीचे सरकाएँ</translation>
    </message>
    <message>
        <source>%1, button</source>
        <extracomment>Said aloud of a button: its name</extracomment>
        <translation>%1, बटन</translation>
    </message>
    <message>
        <source>%1, type here</source>
        <extracomment>Said aloud of a place to type: its name</extracomment>
        <translation>%1, यहाँ लिखें</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <extracomment>Said aloud of a picture: what it shows</extracomment>
        <translation>तस्वीर: %1</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>Your recording</source>
        <extracomment>In the list of what a visitor sent: a recording of their voice</extracomment>
        <translation>आपकी रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>Take this back</source>
        <extracomment>Takes back what the visitor sent: nobody hears of it</extracomment>
        <translation>वापस लें</translation>
    </message>
</context>
<context>
    <name>ShelfEntry</name>
    <message>
        <source>Visitors see this as soon as the visit under way has ended</source>
        <extracomment>A release on this device: visitors see it after the visit under way</extracomment>
        <translation>चल रही यात्रा के पूरा होते ही दर्शक इसे देखेंगे</translation>
    </message>
    <message>
        <source>Visitors see this</source>
        <extracomment>A release on this device: visitors see it</extracomment>
        <translation>दर्शक इसे देखते हैं</translation>
    </message>
    <message>
        <source>From a publisher this device no longer trusts: it is not shown again</source>
        <extracomment>A release on this device that another publisher than the trusted one made: it cannot be shown</extracomment>
        <translation>ऐसे प्रकाशक से, जिस पर यह उपकरण अब भरोसा नहीं करता: यह फिर नहीं दिखाया जाता</translation>
    </message>
    <message>
        <source>Kept: you can go back to it</source>
        <extracomment>A release on this device that visitors do not see</extracomment>
        <translation>रखा हुआ: आप इस पर लौट सकते हैं</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <extracomment>A release: its sites and its version</extracomment>
        <translation>%1, संस्करण %2</translation>
    </message>
    <message>
        <source>Withdrawn by its publisher: it is not shown again</source>
        <extracomment>A release on this device that its publisher no longer vouches for</extracomment>
        <translation>प्रकाशक ने वापस ले लिया: फिर नहीं दिखाया जाएगा</translation>
    </message>
    <message>
        <source>Its publisher has withdrawn it. Ask your museum for a newer stick.</source>
        <extracomment>A release that visitors see, and that its publisher no longer vouches for</extracomment>
        <translation>प्रकाशक ने इसे वापस ले लिया है। अपने संग्रहालय से नई पेन ड्राइव माँगें।</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>किसने बनाया</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>पिछली जाँच</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Show this to visitors</source>
        <extracomment>Shows visitors a release that is kept on this device</extracomment>
        <translation>दर्शकों को यह दिखाएँ</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>Removes a release from this device; asked first</extracomment>
        <translation>हटाएँ</translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <source>Nothing is installed on this device</source>
        <extracomment>Title where nothing is installed</extracomment>
        <translation>इस उपकरण पर कुछ स्थापित नहीं है</translation>
    </message>
    <message>
        <source>Plug in a stick with content and look under “USB stick”.</source>
        <extracomment>What helps where nothing is installed</extracomment>
        <translation>सामग्री वाली पेन ड्राइव लगाएँ और “पेन ड्राइव” में देखें।</translation>
    </message>
    <message>
        <source>This device</source>
        <extracomment>Title over whose content this device takes, and its PIN</extracomment>
        <translation>यह उपकरण</translation>
    </message>
    <message>
        <source>Takes content from</source>
        <extracomment>Label: whose content this device takes</extracomment>
        <translation>सामग्री लेता है</translation>
    </message>
    <message>
        <source>nobody yet: the first stick asks whether its publisher is trusted</source>
        <extracomment>Nobody has been trusted yet but the makers of the demonstration</extracomment>
        <translation>अभी किसी से नहीं: पहली पेन ड्राइव पूछेगी कि उसके प्रकाशक पर भरोसा है या नहीं</translation>
    </message>
    <message>
        <source>Choose another PIN</source>
        <extracomment>Leads to the choice of another PIN</extracomment>
        <translation>दूसरा पिन चुनें</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>निकलें और लॉक करें</translation>
    </message>
</context>
<context>
    <name>ShelfResult</name>
    <message>
        <source>A moment</source>
        <extracomment>While another release is made ready for visitors, or one is removed</extracomment>
        <translation>एक क्षण</translation>
    </message>
    <message>
        <source>Version %1 is removed</source>
        <extracomment>After a release was removed; its version</extracomment>
        <translation>संस्करण %1 हटा दिया गया</translation>
    </message>
    <message>
        <source>Visitors are shown version %1</source>
        <extracomment>After visitors are shown another release; its version</extracomment>
        <translation>दर्शकों को संस्करण %1 दिखाया जाता है</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <extracomment>Title over the reason why a release was not shown or removed</extracomment>
        <translation>कुछ नहीं बदला</translation>
    </message>
</context>
<context>
    <name>SignPicture</name>
    <message>
        <source>Make the signing smaller</source>
        <extracomment>Makes a film in sign language smaller, so that the picture behind it is seen</extracomment>
        <translation>सांकेतिक भाषा का चित्र छोटा करें</translation>
    </message>
    <message>
        <source>Make the signing larger</source>
        <extracomment>Makes a film in sign language larger</extracomment>
        <translation>सांकेतिक भाषा का चित्र बड़ा करें</translation>
    </message>
    <message>
        <source>Sign language</source>
        <extracomment>Read aloud: the moving picture of somebody who tells the stop in sign language</extracomment>
        <translation>सांकेतिक भाषा</translation>
    </message>
    <message>
        <source>Without sign language</source>
        <extracomment>Takes away a film in sign language; the story goes on</extracomment>
        <translation>सांकेतिक भाषा के बिना</translation>
    </message>
</context>
<context>
    <name>SitePage</name>
    <message>
        <source>Where are you?</source>
        <extracomment>Title of the page where one of several heritage sites is chosen</extracomment>
        <translation>आप कहाँ हैं?</translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>Music</source>
        <extracomment>A sound of a stop without a title of its own: music</extracomment>
        <translation>संगीत</translation>
    </message>
    <message>
        <source>Sounds of this place</source>
        <extracomment>A sound of a stop without a title of its own: what is heard at the place</extracomment>
        <translation>इस जगह की आवाज़ें</translation>
    </message>
    <message>
        <source>It goes on until you stop it.</source>
        <extracomment>Of a sound that has no end of its own</extracomment>
        <translation>यह तब तक चलती है जब तक आप इसे न रोकें।</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A length in seconds</extracomment>
        <translation>%1 सेकंड</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A length in minutes</extracomment>
        <translation>%1 मिनट</translation>
    </message>
</context>
<context>
    <name>SpeakPanel</name>
    <message>
        <source>How loud you are</source>
        <extracomment>Read aloud: the bar that shows how loud the visitor speaks</extracomment>
        <translation>आपकी आवाज़ कितनी तेज़ है</translation>
    </message>
    <message>
        <source>Seconds left: %1</source>
        <extracomment>While a visitor&apos;s voice is recorded; a number of seconds follows</extracomment>
        <translation>बचे सेकंड: %1</translation>
    </message>
    <message>
        <source>Record again</source>
        <extracomment>Throws the recording away and begins another</extracomment>
        <translation>फिर से रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>Begins to record what the visitor says</extracomment>
        <translation>रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Ends the recording of what the visitor says</extracomment>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <extracomment>Ends listening to what one has recorded</extracomment>
        <translation>सुनना रोकें</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <extracomment>Plays what one has recorded</extracomment>
        <translation>इसे सुनें</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <extracomment>Throws away what one has recorded</extracomment>
        <translation>इसे हटा दें</translation>
    </message>
    <message>
        <source>Listening begins in a moment. The same button ends it.</source>
        <extracomment>Said aloud before a visitor&apos;s voice is recorded; the button that began it ends it</extracomment>
        <translation>थोड़ी देर में सुनना शुरू होगा। यही बटन उसे रोकता है।</translation>
    </message>
    <message>
        <source>Listening. Speak now.</source>
        <extracomment>While a visitor&apos;s voice is recorded</extracomment>
        <translation>सुना जा रहा है। अब बोलें।</translation>
    </message>
    <message>
        <source>One moment</source>
        <extracomment>For a moment after a visitor&apos;s voice was recorded</extracomment>
        <translation>एक पल</translation>
    </message>
    <message>
        <source>Recorded, %1 s long. Nothing has been sent yet.</source>
        <extracomment>After a visitor&apos;s voice was recorded; %1 is how many seconds it is long</extracomment>
        <translation>रिकॉर्ड हुआ, %1 से॰ लंबा। अभी कुछ भेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Nothing was heard. Hold the device nearer and speak a little louder.</source>
        <extracomment>After a recording in which nobody was heard</extracomment>
        <translation>कुछ सुनाई नहीं दिया। उपकरण पास रखें और थोड़ा ज़ोर से बोलें।</translation>
    </message>
    <message>
        <source>The microphone does not work just now. You can write instead.</source>
        <extracomment>Where the microphone does not work</extracomment>
        <translation>माइक्रोफ़ोन अभी काम नहीं कर रहा। आप लिख सकते हैं।</translation>
    </message>
    <message>
        <source>You have one minute. Only your voice is recorded, and only between Record and Stop.</source>
        <extracomment>Before a visitor&apos;s voice is recorded</extracomment>
        <translation>आपके पास एक मिनट है। केवल आपकी आवाज़ रिकॉर्ड होती है, और केवल “रिकॉर्ड करें” और “रोकें” के बीच।</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>%1 ×</source>
        <extracomment>A speed of the voice; 1 is the usual one</extracomment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Heading over the speeds of the voice</extracomment>
        <translation>गति</translation>
    </message>
</context>
<context>
    <name>StaffCorner</name>
    <message>
        <source>Staff</source>
        <extracomment>Marks the corner that only staff use: short</extracomment>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Staff: hold for three seconds</source>
        <extracomment>Read aloud: what to do with the marked corner</extracomment>
        <translation>कर्मचारी: तीन सेकंड दबाए रखें</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>For staff</source>
        <extracomment>Title over all pages that only staff see</extracomment>
        <translation>कर्मचारियों के लिए</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <extracomment>Leaves the staff&apos;s pages; the next who comes has to type the PIN</extracomment>
        <translation>निकलें और लॉक करें</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Makes all text larger, and at last its usual size again</extracomment>
        <translation>अक्षरों का आकार</translation>
    </message>
</context>
<context>
    <name>StaffNotice</name>
    <message>
        <source>New content is being copied. Visits can go on. Staff: touch here</source>
        <extracomment>Notice on the page before a visit while content is being installed</extracomment>
        <translation>नई सामग्री कॉपी हो रही है। यात्राएँ चल सकती हैं। कर्मचारी: यहाँ छुएँ</translation>
    </message>
    <message>
        <source>The new content was not installed. Staff: touch here</source>
        <extracomment>Notice on the page before a visit after content was not installed</extracomment>
        <translation>नई सामग्री स्थापित नहीं हुई। कर्मचारी: यहाँ छुएँ</translation>
    </message>
    <message>
        <source>A USB stick is plugged in: %1. Staff: touch here</source>
        <extracomment>Notice on the page before a visit when a stick was plugged in; its name</extracomment>
        <translation>पेन ड्राइव लगी है: %1। कर्मचारी: यहाँ छुएँ</translation>
    </message>
</context>
<context>
    <name>StaffTabs</name>
    <message>
        <source>USB stick</source>
        <extracomment>Name of the page that shows what is on the stick</extracomment>
        <translation>पेन ड्राइव</translation>
    </message>
    <message>
        <source>Installing</source>
        <extracomment>Name of the page that shows how far an install is</extracomment>
        <translation>स्थापना</translation>
    </message>
    <message>
        <source>Last install</source>
        <extracomment>Name of the page that shows how the last install ended</extracomment>
        <translation>पिछली स्थापना</translation>
    </message>
    <message>
        <source>On this device</source>
        <extracomment>Name of the page that lists what is installed</extracomment>
        <translation>इस उपकरण पर</translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <extracomment>Name of the page that tells what the labels at the stops need; how many of them need somebody</extracomment>
        <translation>पट्टिकाएँ (%1)</translation>
    </message>
    <message>
        <source>Labels</source>
        <extracomment>Name of the page that tells what the labels at the stops need</extracomment>
        <translation>पट्टिकाएँ</translation>
    </message>
    <message>
        <source>Closed (%1)</source>
        <extracomment>Name of the page where stops and ways are closed; how many are closed now</extracomment>
        <translation>बंद (%1)</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>Name of the page where stops and ways are closed</extracomment>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Hub</source>
        <extracomment>Name of the page that tells what waits for the operator&apos;s hub</extracomment>
        <translation>हब</translation>
    </message>
</context>
<context>
    <name>StillThereQuestion</name>
    <message>
        <source>Still there?</source>
        <extracomment>Asked when nobody has touched the screen for a while</extracomment>
        <translation>क्या आप यहीं हैं?</translation>
    </message>
    <message>
        <source>The visit ends in %1 s and everything about it is wiped.</source>
        <extracomment>Counts down the seconds until the visit ends by itself</extracomment>
        <translation>%1 सेकंड में यात्रा समाप्त होगी और उसकी हर बात मिटा दी जाएगी।</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>हाँ, जारी रखें</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>यात्रा पूरी करें</translation>
    </message>
</context>
<context>
    <name>StopFacts</name>
    <message>
        <source>How do we know this?</source>
        <extracomment>Heading over the statements and their sources</extracomment>
        <translation>यह हमें कैसे पता है?</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <extracomment>Heading over the objects that belong to a stop, as the museum&apos;s catalogue names them</extracomment>
        <translation>सूचीपत्र में</translation>
    </message>
    <message>
        <source>Number %1</source>
        <extracomment>An object&apos;s number in the museum&apos;s catalogue</extracomment>
        <translation>संख्या %1</translation>
    </message>
    <message>
        <source>Published by %1</source>
        <extracomment>Who publishes the content</extracomment>
        <translation>प्रकाशक: %1</translation>
    </message>
    <message>
        <source>Last checked on %1</source>
        <extracomment>When the content was last checked; a date follows</extracomment>
        <translation>पिछली जाँच: %1</translation>
    </message>
</context>
<context>
    <name>StopFilms</name>
    <message>
        <source>Watch the film</source>
        <extracomment>Opens a film about the stop</extracomment>
        <translation>फ़िल्म देखें</translation>
    </message>
    <message>
        <source>In sign language: %1</source>
        <extracomment>Opens a film that tells the stop in sign language; which one follows</extracomment>
        <translation>सांकेतिक भाषा में: %1</translation>
    </message>
    <message>
        <source>In sign language</source>
        <extracomment>Opens a film that tells the stop in sign language</extracomment>
        <translation>सांकेतिक भाषा में</translation>
    </message>
    <message>
        <source>Without sign language: %1</source>
        <extracomment>Takes away the film in sign language that runs beside the story; which one follows</extracomment>
        <translation>सांकेतिक भाषा के बिना: %1</translation>
    </message>
    <message>
        <source>With sign language: %1</source>
        <extracomment>Has the story signed while it is told; which sign language follows</extracomment>
        <translation>सांकेतिक भाषा के साथ: %1</translation>
    </message>
    <message>
        <source>Without sign language</source>
        <extracomment>Takes away the film in sign language that runs beside the story</extracomment>
        <translation>सांकेतिक भाषा के बिना</translation>
    </message>
    <message>
        <source>With sign language</source>
        <extracomment>Has the story signed while it is told</extracomment>
        <translation>सांकेतिक भाषा के साथ</translation>
    </message>
    <message>
        <source>Pause: %1</source>
        <extracomment>Read aloud: pauses a sound of the stop; its title follows</extracomment>
        <translation>रोकें: %1</translation>
    </message>
    <message>
        <source>Listen: %1</source>
        <extracomment>Read aloud: plays a sound of the stop, which is no speech; its title follows</extracomment>
        <translation>सुनें: %1</translation>
    </message>
</context>
<context>
    <name>StopHead</name>
    <message>
        <source>Stop %1</source>
        <extracomment>Above a stop&apos;s title, for example &quot;Stop 3&quot;</extracomment>
        <translation>पड़ाव %1</translation>
    </message>
</context>
<context>
    <name>StopLike</name>
    <message>
        <source>More like this</source>
        <extracomment>Asks for suggestions like the stop that is shown</extracomment>
        <translation>ऐसा और दिखाएँ</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>Asks for suggestions unlike the stop that is shown</extracomment>
        <translation>ऐसा कम दिखाएँ</translation>
    </message>
    <message>
        <source>Now suggested: %1</source>
        <extracomment>After &quot;More like this&quot; was touched: the stop that is suggested because of it</extracomment>
        <translation>अब सुझाव: %1</translation>
    </message>
    <message>
        <source>More like this comes next. Touch again to take it back.</source>
        <extracomment>After &quot;More like this&quot; was touched; the suggestions are below</extracomment>
        <translation>अब ऐसी और जगहें सुझाई जाएँगी। वापस लेने के लिए फिर छुएँ।</translation>
    </message>
    <message>
        <source>Less like this comes next. Touch again to take it back.</source>
        <extracomment>After &quot;Less like this&quot; was touched; the suggestions are below</extracomment>
        <translation>अब ऐसी जगहें कम सुझाई जाएँगी। वापस लेने के लिए फिर छुएँ।</translation>
    </message>
</context>
<context>
    <name>StopNext</name>
    <message>
        <source>Next</source>
        <extracomment>Heading over the stops to see next</extracomment>
        <translation>आगे</translation>
    </message>
</context>
<context>
    <name>StopQuiz</name>
    <message>
        <source>A question for you</source>
        <extracomment>Heading over a question of a quiz trail</extracomment>
        <translation>आपके लिए एक सवाल</translation>
    </message>
    <message>
        <source>That is right.</source>
        <extracomment>After the right answer to a quiz question</extracomment>
        <translation>यह सही है।</translation>
    </message>
    <message>
        <source>Not quite. The right answer is marked.</source>
        <extracomment>After another than the right answer, which is marked above</extracomment>
        <translation>पूरी तरह नहीं। सही उत्तर पर निशान है।</translation>
    </message>
</context>
<context>
    <name>StopRow</name>
    <message>
        <source>Seen</source>
        <extracomment>Beside a stop this visitor has opened</extracomment>
        <translation>देखा हुआ</translation>
    </message>
</context>
<context>
    <name>StopSounds</name>
    <message>
        <source>This sound cannot be played on this device.</source>
        <extracomment>Where a sound of a stop cannot be played</extracomment>
        <translation>यह आवाज़ इस उपकरण पर नहीं चल सकती।</translation>
    </message>
    <message>
        <source>Back to the story</source>
        <extracomment>Ends a sound of the stop; the story that stood still goes on</extracomment>
        <translation>कहानी पर लौटें</translation>
    </message>
    <message>
        <source>Close the sound</source>
        <extracomment>Ends a sound of the stop and hides what is said of it</extracomment>
        <translation>आवाज़ बंद करें</translation>
    </message>
    <message>
        <source>This device has no sound.</source>
        <extracomment>Where the device has no sound output, and a sound of a stop was chosen</extracomment>
        <translation>इस उपकरण में आवाज़ नहीं है।</translation>
    </message>
</context>
<context>
    <name>StopStory</name>
    <message>
        <source>Show the picture</source>
        <extracomment>Goes from large captions back to the page with its picture</extracomment>
        <translation>चित्र दिखाएँ</translation>
    </message>
    <message>
        <source>Large captions</source>
        <extracomment>Shows the words of the story in large letters, in place of the picture</extracomment>
        <translation>बड़े कैप्शन</translation>
    </message>
</context>
<context>
    <name>StopVoices</name>
    <message>
        <source>Voices of visitors</source>
        <extracomment>Heading over what earlier visitors wrote or said about a stop</extracomment>
        <translation>आगंतुकों की आवाज़ें</translation>
    </message>
    <message>
        <source>Leave a word about this stop</source>
        <extracomment>Goes to the page on which a visitor can say something about this stop</extracomment>
        <translation>इस पड़ाव के बारे में कुछ कहें</translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>I agree</source>
        <extracomment>Answer to a study&apos;s question: the visitor agrees</extracomment>
        <translation>सहमत हूँ</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <extracomment>Answer to a study&apos;s question: the visitor does not agree</extracomment>
        <translation>नहीं, धन्यवाद</translation>
    </message>
    <message>
        <source>Take it back</source>
        <extracomment>Takes back that the visitor agreed to a study</extracomment>
        <translation>सहमति वापस लें</translation>
    </message>
    <message>
        <source>You take part in a study</source>
        <extracomment>Heading after the visitor agreed to a study</extracomment>
        <translation>आप एक अध्ययन में भाग ले रहे हैं</translation>
    </message>
    <message>
        <source>You no longer take part in the study</source>
        <extracomment>Heading after the visitor took back that they agreed to a study</extracomment>
        <translation>अब आप अध्ययन में भाग नहीं ले रहे हैं</translation>
    </message>
    <message>
        <source>May a study know your way?</source>
        <extracomment>Heading over a question: may the way through the site be kept for a study?</extracomment>
        <translation>क्या एक अध्ययन आपका रास्ता जान सकता है?</translation>
    </message>
    <message>
        <source>You can take this back here until your visit ends.</source>
        <extracomment>After the visitor agreed to a study; &quot;here&quot; is the first page of the visit</extracomment>
        <translation>अपनी यात्रा समाप्त होने तक आप इसे यहाँ वापस ले सकते हैं।</translation>
    </message>
    <message>
        <source>Nothing of this visit goes to it.</source>
        <extracomment>After the visitor took back that they agreed to a study</extracomment>
        <translation>इस यात्रा का कुछ भी उसमें नहीं जाएगा।</translation>
    </message>
    <message>
        <source>If you agree, the order of your stops, how you find each and how long you stay are kept for the study %1, without a name and without anything else about you. The guide is the same if you say no.</source>
        <extracomment>What a study would keep; then the study&apos;s name</extracomment>
        <translation>अगर आप सहमत हों, तो आपके पड़ावों का क्रम, आपने उन्हें कैसे पाया और हर पड़ाव पर आपके रुकने का समय अध्ययन %1 के लिए रखा जाएगा, बिना नाम के और आपके बारे में बिना किसी और बात के। मना करने पर भी गाइड वैसा ही रहेगा।</translation>
    </message>
</context>
<context>
    <name>SuggestionWords</name>
    <message>
        <source>On another floor: %1</source>
        <extracomment>Part of a reason: the stop is on another floor of the building; %1 is its name, for example &quot;Upper floor&quot;</extracomment>
        <translation>दूसरी मंज़िल पर: %1</translation>
    </message>
    <message>
        <source>about %1 m</source>
        <extracomment>Part of a reason: about how far it is on foot in metres</extracomment>
        <translation>लगभग %1 मी</translation>
    </message>
    <message>
        <source>Because you stayed with %1</source>
        <extracomment>Why a stop is suggested; %1 is the title of a stop that the visitor stayed with longer than others do</extracomment>
        <translation>क्योंकि आप %1 पर देर तक रुके</translation>
    </message>
    <message>
        <source>More like %1</source>
        <extracomment>Why a stop is suggested; %1 is the title of a stop of which the visitor asked for more like it</extracomment>
        <translation>%1 जैसा</translation>
    </message>
    <message>
        <source>Because you chose %1</source>
        <extracomment>Why a stop is suggested; %1 is a subject that the visitor chose, for example &quot;Calligraphy&quot;</extracomment>
        <translation>क्योंकि आपने %1 चुना</translation>
    </message>
    <message>
        <source>Few people see this</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>इसे कम लोग देखते हैं</translation>
    </message>
    <message>
        <source>Next in your tour</source>
        <extracomment>Why a stop is suggested: it is the next one of the tour that the visitor follows</extracomment>
        <translation>आपके टूर में अगला</translation>
    </message>
    <message>
        <source>Where most go from here</source>
        <extracomment>Why a stop is suggested: most visitors go there from this stop</extracomment>
        <translation>यहाँ से अधिकतर लोग यहीं जाते हैं</translation>
    </message>
    <message>
        <source>Many come to see this</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>इसे बहुत लोग देखने आते हैं</translation>
    </message>
    <message>
        <source>The nearest you have not seen</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>सबसे पास का, जो आपने नहीं देखा</translation>
    </message>
    <message>
        <source>Follows in the curator&apos;s order</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>संग्रहाध्यक्ष के क्रम में अगला</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>अभी नहीं देखा</translation>
    </message>
    <message>
        <source>New here</source>
        <extracomment>Why a stop is suggested: it has not been there for long</extracomment>
        <translation>यहाँ नया</translation>
    </message>
    <message>
        <source>New since %1</source>
        <extracomment>Why a stop is suggested; %1 is the month in which it could be seen first</extracomment>
        <translation>%1 से नया</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>About: %1</source>
        <extracomment>What a visitor&apos;s words are about; %1 is the title of a stop</extracomment>
        <translation>विषय: %1</translation>
    </message>
    <message>
        <source>What is it?</source>
        <extracomment>Heading over: a comment, a question, my own story</extracomment>
        <translation>यह क्या है?</translation>
    </message>
    <message>
        <source>Until your visit ends you can take it back.</source>
        <extracomment>After what becomes of a visitor&apos;s words, before they are sent</extracomment>
        <translation>यात्रा पूरी होने तक आप इसे वापस ले सकते हैं।</translation>
    </message>
    <message>
        <source>Letters that still fit: %1</source>
        <extracomment>How much more a visitor may write; a number of letters follows</extracomment>
        <translation>इतने अक्षर और आएँगे: %1</translation>
    </message>
    <message>
        <source>How did you like this stop?</source>
        <extracomment>Over one to five stars for a stop</extracomment>
        <translation>यह पड़ाव आपको कैसा लगा?</translation>
    </message>
    <message>
        <source>How do you like it here?</source>
        <extracomment>Over one to five stars for the whole site</extracomment>
        <translation>यहाँ आपको कैसा लगा?</translation>
    </message>
    <message>
        <source>One moment</source>
        <extracomment>While a recording is being kept, for a moment</extracomment>
        <translation>एक पल</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>Sends what a visitor wrote or recorded</extracomment>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Speak instead</source>
        <extracomment>Goes from writing to speaking</extracomment>
        <translation>बोलकर बताएँ</translation>
    </message>
    <message>
        <source>Write instead</source>
        <extracomment>Goes from speaking to writing</extracomment>
        <translation>लिखकर बताएँ</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <extracomment>Goes back to where the visitor was before they said something</extracomment>
        <translation>यात्रा जारी रखें</translation>
    </message>
    <message>
        <source>Say something else</source>
        <extracomment>Begins another message</extracomment>
        <translation>कुछ और कहें</translation>
    </message>
    <message>
        <source>Tell the site something</source>
        <extracomment>Title of the page on which a visitor tells the site something</extracomment>
        <translation>इस स्थल से कुछ कहें</translation>
    </message>
    <message>
        <source>Thank you. It goes to staff when your visit ends.</source>
        <extracomment>Title after a visitor sent something</extracomment>
        <translation>धन्यवाद। यात्रा पूरी होने पर यह कर्मचारियों को मिलेगा।</translation>
    </message>
    <message>
        <source>Taken back. Nobody hears of it.</source>
        <extracomment>Title after a visitor took back all they had sent</extracomment>
        <translation>वापस ले लिया गया। किसी को पता नहीं चलेगा।</translation>
    </message>
    <message>
        <source>That is as much as one visit can send. Staff at the desk like to hear the rest.</source>
        <extracomment>Where a visitor has sent as many messages as one visit may</extracomment>
        <translation>एक यात्रा में इतना ही भेजा जा सकता है। बाकी डेस्क के कर्मचारी खुशी से सुनेंगे।</translation>
    </message>
    <message>
        <source>The recording could not be kept. You can write instead.</source>
        <extracomment>Where a recording could not be kept on the device</extracomment>
        <translation>रिकॉर्डिंग रखी नहीं जा सकी। आप लिख सकते हैं।</translation>
    </message>
</context>
<context>
    <name>TalkWords</name>
    <message>
        <source>A question</source>
        <extracomment>What a visitor gives back to the site: a question</extracomment>
        <translation>एक सवाल</translation>
    </message>
    <message>
        <source>My own story</source>
        <extracomment>What a visitor gives back to the site: a story of their own</extracomment>
        <translation>मेरी अपनी कहानी</translation>
    </message>
    <message>
        <source>A comment</source>
        <extracomment>What a visitor gives back to the site: a comment</extracomment>
        <translation>एक टिप्पणी</translation>
    </message>
    <message>
        <source>Staff read your question first. Nobody knows who asked: an answer can only appear here later, for everyone, with your question as a visitor&apos;s.</source>
        <extracomment>What becomes of a visitor&apos;s question, said before it is sent</extracomment>
        <translation>आपका सवाल पहले कर्मचारी पढ़ते हैं। किसने पूछा, यह किसी को पता नहीं चलता: जवाब बाद में यहीं सबके लिए आ सकता है, आपके सवाल के साथ, एक आगंतुक के सवाल के रूप में।</translation>
    </message>
    <message>
        <source>Staff read or hear it first. They may show it here later, as a visitor&apos;s words and without a name.</source>
        <extracomment>What becomes of a visitor&apos;s comment or story, said before it is sent</extracomment>
        <translation>इसे पहले कर्मचारी पढ़ते या सुनते हैं। वे इसे बाद में यहाँ एक आगंतुक के शब्दों के रूप में, बिना नाम के, दिखा सकते हैं।</translation>
    </message>
    <message>
        <source>A visitor asked</source>
        <extracomment>Over a question that an earlier visitor asked</extracomment>
        <translation>एक आगंतुक ने पूछा</translation>
    </message>
    <message>
        <source>A visitor&apos;s own story</source>
        <extracomment>Over a story that an earlier visitor told</extracomment>
        <translation>एक आगंतुक की अपनी कहानी</translation>
    </message>
    <message>
        <source>A visitor&apos;s words</source>
        <extracomment>Over a comment that an earlier visitor made</extracomment>
        <translation>एक आगंतुक के शब्द</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>A code from another site</source>
        <extracomment>Title of the page where a code from another heritage site is shown</extracomment>
        <translation>दूसरे स्थल का कोड</translation>
    </message>
    <message>
        <source>Your ticket</source>
        <extracomment>Title of the page where a ticket is shown before the visit</extracomment>
        <translation>आपका टिकट</translation>
    </message>
    <message>
        <source>The desk will help you.</source>
        <extracomment>After a ticket that is not accepted, where the site has not said where its desk is</extracomment>
        <translation>काउंटर पर आपकी मदद की जाएगी।</translation>
    </message>
    <message>
        <source>Type the code</source>
        <extracomment>Goes from the camera to typing a ticket&apos;s code</extracomment>
        <translation>कोड टाइप करें</translation>
    </message>
    <message>
        <source>Hold it before the camera</source>
        <extracomment>Goes from typing a ticket&apos;s code to holding it before the camera</extracomment>
        <translation>उसे कैमरे के सामने रखें</translation>
    </message>
    <message>
        <source>Go on without a ticket</source>
        <extracomment>Goes on to the visit without a ticket, where the site lets visitors</extracomment>
        <translation>बिना टिकट के आगे बढ़ें</translation>
    </message>
    <message>
        <source>Welcome from %1. Now your ticket for this site.</source>
        <extracomment>After a code from another site, where a ticket is needed too; %1 is the other site&apos;s name</extracomment>
        <translation>%1 से आने पर आपका स्वागत है। अब इस स्थल का अपना टिकट दिखाएँ।</translation>
    </message>
    <message>
        <source>Welcome. Now your ticket for this site.</source>
        <extracomment>After a code from another site whose name is not known, where a ticket is needed too</extracomment>
        <translation>स्वागत है। अब इस स्थल का अपना टिकट दिखाएँ।</translation>
    </message>
    <message>
        <source>Type the 17 letters and digits of your ticket. Dashes can be left out.</source>
        <extracomment>Guidance on the page where a ticket&apos;s code is typed</extracomment>
        <translation>अपने टिकट के 17 अक्षर और अंक टाइप करें। बीच की रेखाएँ छोड़ सकते हैं।</translation>
    </message>
    <message>
        <source>Hold the square code before the camera</source>
        <extracomment>Guidance on the page where a ticket is held before the camera</extracomment>
        <translation>चौकोर कोड को कैमरे के सामने रखें</translation>
    </message>
    <message>
        <source>There is a slip in the code. Compare it with your ticket, sign by sign.</source>
        <extracomment>A ticket&apos;s code was typed with a mistake</extracomment>
        <translation>कोड में कोई गलती है। उसे अपने टिकट से एक-एक अक्षर मिलाकर देखें।</translation>
    </message>
    <message>
        <source>This ticket cannot be read whole. Type the letters and digits on it.</source>
        <extracomment>A printed ticket was not read whole, or is of a newer kind</extracomment>
        <translation>यह टिकट पूरा नहीं पढ़ा जा रहा। उस पर छपे अक्षर और अंक टाइप करें।</translation>
    </message>
    <message>
        <source>This site does not know that ticket.</source>
        <extracomment>A ticket that nobody of this site has made</extracomment>
        <translation>यह स्थल उस टिकट को नहीं पहचानता।</translation>
    </message>
    <message>
        <source>That ticket is for another site.</source>
        <extracomment>A genuine ticket of another heritage site</extracomment>
        <translation>वह टिकट किसी दूसरे स्थल का है।</translation>
    </message>
    <message>
        <source>That ticket is good from %1 on.</source>
        <extracomment>A ticket whose first day is still to come; %1 is that day</extracomment>
        <translation>वह टिकट %1 से मान्य है।</translation>
    </message>
    <message>
        <source>That ticket was good until %1.</source>
        <extracomment>A ticket whose last day is over; %1 is that day</extracomment>
        <translation>वह टिकट %1 तक मान्य था।</translation>
    </message>
    <message>
        <source>That ticket has been used already.</source>
        <extracomment>A ticket that has opened as many guides as it is for</extracomment>
        <translation>वह टिकट पहले ही इस्तेमाल हो चुका है।</translation>
    </message>
    <message>
        <source>Several codes were wrong. You can try again in %1 s.</source>
        <extracomment>After several wrong codes; %1 is a number of seconds</extracomment>
        <translation>कई कोड गलत थे। %1 सेकंड बाद फिर कोशिश कर सकते हैं।</translation>
    </message>
    <message>
        <source>This guide cannot check tickets just now.</source>
        <extracomment>The device has never been told how to check tickets</extracomment>
        <translation>यह गाइड अभी टिकट नहीं जाँच सकती।</translation>
    </message>
    <message>
        <source>That is not the code of a ticket. It has 17 letters and digits.</source>
        <extracomment>What was typed or held before the camera is no ticket&apos;s code</extracomment>
        <translation>वह किसी टिकट का कोड नहीं है। टिकट के कोड में 17 अक्षर और अंक होते हैं।</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Your tour</source>
        <extracomment>Goes to the tour that fits what the visitor said</extracomment>
        <translation>आपकी सैर</translation>
    </message>
    <message>
        <source>A tour of your own</source>
        <extracomment>Goes to three questions, and then to a tour that fits</extracomment>
        <translation>आपकी अपनी सैर</translation>
    </message>
    <message>
        <source>Three short questions, then a tour that fits your time</source>
        <extracomment>Below &quot;A tour of your own&quot;</extracomment>
        <translation>तीन छोटे सवाल, फिर आपके समय के हिसाब से एक सैर</translation>
    </message>
</context>
<context>
    <name>TourDrift</name>
    <message>
        <source>You are about %1 min behind your tour.</source>
        <extracomment>The visitor needs more time than their tour reckons with; minutes</extracomment>
        <translation>आप अपनी सैर से लगभग %1 मिनट पीछे हैं।</translation>
    </message>
    <message>
        <source>You are about %1 min ahead of your tour.</source>
        <extracomment>The visitor is quicker than their tour reckons with; minutes</extracomment>
        <translation>आप अपनी सैर से लगभग %1 मिनट आगे हैं।</translation>
    </message>
    <message>
        <source>Make it shorter</source>
        <extracomment>Makes another tour, with fewer stops</extracomment>
        <translation>इसे छोटा करें</translation>
    </message>
    <message>
        <source>See more</source>
        <extracomment>Makes another tour, with more stops</extracomment>
        <translation>और देखें</translation>
    </message>
    <message>
        <source>Keep my tour</source>
        <extracomment>Leaves the tour as it is</extracomment>
        <translation>सैर ऐसी ही रहे</translation>
    </message>
</context>
<context>
    <name>TourLeftOut</name>
    <message>
        <source>Put in</source>
        <extracomment>Puts a stop into the visitor&apos;s tour</extracomment>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>Put in %1</source>
        <extracomment>What a screen reader says of the button that puts a stop into the tour; %1 is the stop</extracomment>
        <translation>%1 जोड़ें</translation>
    </message>
</context>
<context>
    <name>TourNext</name>
    <message>
        <source>Next in your tour</source>
        <extracomment>Heading over the next stop of the visitor&apos;s tour</extracomment>
        <translation>आपके टूर में अगला</translation>
    </message>
    <message>
        <source>That was the last stop of your tour</source>
        <extracomment>In place of the next stop, when all stops of the tour were seen</extracomment>
        <translation>वह आपकी सैर का आख़िरी पड़ाव था</translation>
    </message>
    <message>
        <source>Right answers: %1 of %2</source>
        <extracomment>At the end of a quiz trail: how many answers were right, and of how many</extracomment>
        <translation>सही उत्तर: %2 में से %1</translation>
    </message>
    <message>
        <source>One stop of your tour is no longer on show; the tour goes on without it.</source>
        <extracomment>Where one stop of the visitor&apos;s tour is not on show any more</extracomment>
        <translation>आपकी सैर का एक पड़ाव अब देखने को नहीं है; सैर उसके बिना चलती है।</translation>
    </message>
    <message numerus="yes">
        <source>%n stops of your tour are no longer on show; the tour goes on without them.</source>
        <extracomment>Where some stops of the visitor&apos;s tour are not on show any more</extracomment>
        <translation>
            <numerusform>आपकी सैर का %n पड़ाव अब देखने को नहीं है; सैर उसके बिना चलती है।</numerusform>
            <numerusform>आपकी सैर के %n पड़ाव अब देखने को नहीं हैं; सैर उनके बिना चलती है।</numerusform>
        </translation>
    </message>
    <message>
        <source>Your tour</source>
        <translation>आपकी सैर</translation>
    </message>
    <message>
        <source>about %1 min on foot</source>
        <extracomment>About how long the way to the next stop takes, in minutes</extracomment>
        <translation>पैदल लगभग %1 मिनट</translation>
    </message>
</context>
<context>
    <name>TourPageView</name>
    <message>
        <source>Not in this tour</source>
        <extracomment>Heading over the stops that are not in the visitor&apos;s tour</extracomment>
        <translation>इस सैर में नहीं</translation>
    </message>
    <message>
        <source>And %1 more, under All stops.</source>
        <extracomment>Below some stops that are not in the tour: how many more there are</extracomment>
        <translation>और %1 अन्य, ‘सभी पड़ाव’ में।</translation>
    </message>
    <message>
        <source>Leave this tour</source>
        <extracomment>Ends following a tour; the visit goes on</extracomment>
        <translation>यह सैर छोड़ें</translation>
    </message>
    <message>
        <source>Take more time</source>
        <extracomment>Goes to the question about time, where nothing fits into it</extracomment>
        <translation>ज़्यादा समय लें</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>सभी पड़ाव</translation>
    </message>
    <message>
        <source>Go on with this tour</source>
        <extracomment>Goes back from the tour&apos;s page to where stops are found</extracomment>
        <translation>यह सैर जारी रखें</translation>
    </message>
    <message>
        <source>Start this tour</source>
        <extracomment>Begins to follow the tour that is shown</extracomment>
        <translation>यह सैर शुरू करें</translation>
    </message>
</context>
<context>
    <name>TourRow</name>
    <message>
        <source>%1 min</source>
        <extracomment>The length of a tour in minutes</extracomment>
        <translation>%1 मिनट</translation>
    </message>
</context>
<context>
    <name>TourStop</name>
    <message>
        <source>Leave out</source>
        <extracomment>Takes a stop out of the visitor&apos;s tour</extracomment>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <extracomment>What a screen reader says of the button that takes a stop out of the tour; %1 is the stop</extracomment>
        <translation>%1 हटाएँ</translation>
    </message>
    <message>
        <source>%1 min on foot</source>
        <extracomment>Beside a stop of a tour: minutes on foot to it</extracomment>
        <translation>पैदल %1 मिनट</translation>
    </message>
    <message>
        <source>%1 min there</source>
        <extracomment>Beside a stop of a tour: minutes that are reckoned for it</extracomment>
        <translation>वहाँ %1 मिनट</translation>
    </message>
</context>
<context>
    <name>TourSummary</name>
    <message>
        <source>Your tour</source>
        <translation>आपकी सैर</translation>
    </message>
    <message>
        <source>Making your tour …</source>
        <extracomment>While a tour is made</extracomment>
        <translation>आपकी सैर बन रही है …</translation>
    </message>
    <message>
        <source>There is no room for %1 as things are.</source>
        <extracomment>After the visitor put a stop into their tour for which there is no time, or which is closed; %1 is its title</extracomment>
        <translation>अभी %1 के लिए जगह नहीं है।</translation>
    </message>
    <message>
        <source>Without stairs</source>
        <extracomment>A switch: tours without stairs</extracomment>
        <translation>बिना सीढ़ियों के</translation>
    </message>
    <message>
        <source>How do you go?</source>
        <extracomment>Heading over how fast the visitor goes</extracomment>
        <translation>आप कैसे चलते हैं?</translation>
    </message>
    <message>
        <source>With rests</source>
        <extracomment>How the visitor goes</extracomment>
        <translation>रुक-रुककर</translation>
    </message>
    <message>
        <source>As most do</source>
        <extracomment>How the visitor goes</extracomment>
        <translation>जैसे ज़्यादातर लोग</translation>
    </message>
    <message>
        <source>Briskly</source>
        <extracomment>How the visitor goes</extracomment>
        <translation>तेज़ी से</translation>
    </message>
    <message>
        <source>Nothing fits into %1 min.</source>
        <extracomment>Where no stop and the way to it fit into the visitor&apos;s time</extracomment>
        <translation>%1 मिनट में कुछ नहीं समाता।</translation>
    </message>
    <message>
        <source>No stop fits what you wish.</source>
        <extracomment>Where no stop can be in the visitor&apos;s tour for other reasons, which stand below</extracomment>
        <translation>कोई पड़ाव आपकी इच्छा से मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>All stops you have not seen are closed today.</source>
        <extracomment>In place of a tour</extracomment>
        <translation>जो पड़ाव आपने नहीं देखे, वे सब आज बंद हैं।</translation>
    </message>
    <message>
        <source>You have seen every stop there is.</source>
        <extracomment>In place of a tour</extracomment>
        <translation>आपने यहाँ का हर पड़ाव देख लिया है।</translation>
    </message>
    <message>
        <source>The tour could not be made. All stops are still there.</source>
        <extracomment>In place of a tour</extracomment>
        <translation>सैर नहीं बन सकी। सभी पड़ाव अब भी यहाँ हैं।</translation>
    </message>
    <message>
        <source>About %1 min</source>
        <extracomment>How long a ready-made tour takes</extracomment>
        <translation>लगभग %1 मिनट</translation>
    </message>
    <message>
        <source>Takes up to %1 min</source>
        <extracomment>How long a short tour takes: at most so many minutes</extracomment>
        <translation>अधिकतम %1 मिनट लगते हैं</translation>
    </message>
    <message>
        <source>Done by %1</source>
        <extracomment>When a short tour is over: at a time of the day at the latest</extracomment>
        <translation>%1 तक पूरी</translation>
    </message>
    <message>
        <source>Takes %1 to %2 min</source>
        <extracomment>How long a tour takes: at least and at most so many minutes</extracomment>
        <translation>%1 से %2 मिनट लगते हैं</translation>
    </message>
    <message>
        <source>Done between %1 and %2</source>
        <extracomment>When a tour is over: between two times of the day</extracomment>
        <translation>%1 और %2 के बीच पूरी</translation>
    </message>
    <message>
        <source>One stop</source>
        <extracomment>How many stops a tour has</extracomment>
        <translation>एक पड़ाव</translation>
    </message>
    <message numerus="yes">
        <source>%n stops</source>
        <extracomment>How many stops a tour has</extracomment>
        <translation>
            <numerusform>%n पड़ाव</numerusform>
            <numerusform>%n पड़ाव</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 m on foot</source>
        <translation>%1 · पैदल %2 मी</translation>
    </message>
</context>
<context>
    <name>TourWords</name>
    <message>
        <source>up or down stairs</source>
        <extracomment>How one gets to the next stop</extracomment>
        <translation>सीढ़ियों से</translation>
    </message>
    <message>
        <source>by lift</source>
        <extracomment>How one gets to the next stop</extracomment>
        <translation>लिफ़्ट से</translation>
    </message>
    <message>
        <source>by a ramp</source>
        <extracomment>How one gets to the next stop</extracomment>
        <translation>ढलान से</translation>
    </message>
    <message>
        <source>Closed today</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>आज बंद</translation>
    </message>
    <message>
        <source>No open way leads there today</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>आज वहाँ कोई खुला रास्ता नहीं जाता</translation>
    </message>
    <message>
        <source>Only by stairs</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour, who wants no stairs</extracomment>
        <translation>केवल सीढ़ियों से</translation>
    </message>
    <message>
        <source>Not told in your language</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>आपकी भाषा में नहीं सुनाया जाता</translation>
    </message>
    <message>
        <source>You left it out</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>आपने इसे हटाया</translation>
    </message>
    <message>
        <source>No time for it</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>इसके लिए समय नहीं</translation>
    </message>
</context>
<context>
    <name>TrustQuestion</name>
    <message>
        <source>Is this the fingerprint on your paper?</source>
        <extracomment>Asked before a stick&apos;s publisher is trusted</extracomment>
        <translation>क्या आपके काग़ज़ पर यही फ़िंगरप्रिंट है?</translation>
    </message>
    <message>
        <source>If it is the same, this device takes content signed by %1 from now on, and from nobody else. If it is not, or there is no paper, ask your museum first: nothing is lost.</source>
        <extracomment>What trusting a publisher does: their name</extracomment>
        <translation>यदि यही है, तो अब से यह उपकरण केवल %1 की हस्ताक्षरित सामग्री लेगा, और किसी की नहीं। यदि नहीं है, या काग़ज़ नहीं है, तो पहले अपने संग्रहालय से पूछें: कुछ खोता नहीं।</translation>
    </message>
    <message>
        <source>It is the same: trust them</source>
        <extracomment>Answer: the fingerprint is the same; the publisher is trusted</extracomment>
        <translation>यही है: भरोसा करें</translation>
    </message>
    <message>
        <source>No, or I cannot tell</source>
        <extracomment>Answer: the fingerprint is another one, or there is none to compare</extracomment>
        <translation>नहीं, या मैं नहीं कह सकता</translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>Light off</source>
        <extracomment>Switches the camera&apos;s lamp off</extracomment>
        <translation>रोशनी बंद करें</translation>
    </message>
    <message>
        <source>Light on</source>
        <extracomment>Switches the camera&apos;s lamp on</extracomment>
        <translation>रोशनी जलाएँ</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <extracomment>In place of the camera&apos;s picture, until the first one has come</extracomment>
        <translation>कैमरा शुरू हो रहा है</translation>
    </message>
</context>
<context>
    <name>VisitorDot</name>
    <message>
        <source>You are here</source>
        <extracomment>What a screen reader says of the dot on the plan</extracomment>
        <translation>आप यहाँ हैं</translation>
    </message>
</context>
<context>
    <name>VoiceLine</name>
    <message>
        <source>This device has no sound. The words run along.</source>
        <extracomment>Where the device has no sound output</extracomment>
        <translation>इस उपकरण में आवाज़ नहीं है। शब्द साथ-साथ चलते हैं।</translation>
    </message>
    <message>
        <source>There is no voice in this language on this device. The words run along.</source>
        <extracomment>Where neither a recording nor a voice serves the language</extracomment>
        <translation>इस उपकरण पर इस भाषा की आवाज़ नहीं है। शब्द साथ-साथ चलते हैं।</translation>
    </message>
    <message>
        <source>The voice speaks %1.</source>
        <extracomment>Where the recording is not in the visitor&apos;s language; the language&apos;s own name follows</extracomment>
        <translation>आवाज़ %1 में है।</translation>
    </message>
    <message>
        <source>This stop is not yet told in your language.</source>
        <extracomment>Where the text is not there in the visitor&apos;s language</extracomment>
        <translation>इस पड़ाव की कहानी अभी आपकी भाषा में नहीं है।</translation>
    </message>
    <message>
        <source>Computer voice</source>
        <extracomment>Whose voice tells the story: no person&apos;s</extracomment>
        <translation>कंप्यूटर की आवाज़</translation>
    </message>
    <message>
        <source>A person&apos;s voice, recorded</source>
        <extracomment>Whose voice tells the story: a person&apos;s, whose name is not known</extracomment>
        <translation>किसी व्यक्ति की रिकॉर्ड की हुई आवाज़</translation>
    </message>
    <message>
        <source>Recorded by %1</source>
        <extracomment>Whose voice tells the story; who made the recording follows</extracomment>
        <translation>रिकॉर्डिंग: %1</translation>
    </message>
</context>
<context>
    <name>VoiceList</name>
    <message>
        <source>Stop listening</source>
        <extracomment>Ends listening to a visitor&apos;s recording</extracomment>
        <translation>सुनना रोकें</translation>
    </message>
    <message>
        <source>Listen to this visitor</source>
        <extracomment>Plays a recording that an earlier visitor made</extracomment>
        <translation>इस आगंतुक को सुनें</translation>
    </message>
    <message>
        <source>The site answers:</source>
        <extracomment>Before what the site answered to a visitor&apos;s question</extracomment>
        <translation>स्थल का जवाब:</translation>
    </message>
    <message>
        <source>More voices of visitors (%1)</source>
        <extracomment>Shows the other voices of visitors; %1 is how many there are</extracomment>
        <translation>आगंतुकों की और आवाज़ें (%1)</translation>
    </message>
</context>
<context>
    <name>VoiceNote</name>
    <message>
        <source>From the beginning</source>
        <extracomment>Tells the story from its beginning, after it went on where the visitor had left it</extracomment>
        <translation>शुरू से</translation>
    </message>
    <message>
        <source>Tell me more</source>
        <extracomment>Goes on with a longer text of the same stop</extracomment>
        <translation>और बताइए</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Takes the offer of a longer text of the same stop away</extracomment>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Read the words</source>
        <extracomment>Leads back to the text of the story, when the headphones are out</extracomment>
        <translation>शब्द पढ़ें</translation>
    </message>
    <message>
        <source>The headphones are out. Touch Play to go on.</source>
        <extracomment>After the headphones were pulled out and the voice has paused</extracomment>
        <translation>हेडफ़ोन निकल गए हैं। आगे सुनने के लिए “सुनें” छुएँ।</translation>
    </message>
    <message>
        <source>The headphones are out. Touch the sound to go on.</source>
        <extracomment>After the headphones were pulled out while a sound of the stop, which is no speech, was heard</extracomment>
        <translation>हेडफ़ोन निकल गए हैं। आगे सुनने के लिए ध्वनि को छुएँ।</translation>
    </message>
    <message>
        <source>It goes on where you left it.</source>
        <extracomment>When a story is told on from where the visitor had left it</extracomment>
        <translation>जहाँ छोड़ा था, वहीं से आगे।</translation>
    </message>
    <message>
        <source>%1 (%2) follows in %3 s. Touch the screen to stop.</source>
        <extracomment>A longer text of the stop is about to begin: its name, its length, and in how many seconds; any touch stops it</extracomment>
        <translation>%3 सेकंड में “%1” (%2) शुरू। रोकने के लिए स्क्रीन छुएँ।</translation>
    </message>
    <message>
        <source>There is more: %1 (%2)</source>
        <extracomment>A longer text of the stop is on offer: its name and its length</extracomment>
        <translation>और भी है: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>VoicePanel</name>
    <message>
        <source>How you hear it</source>
        <extracomment>Heading over the choices how the voice is heard</extracomment>
        <translation>आप कैसे सुनें</translation>
    </message>
    <message>
        <source>Do not go on to more by itself</source>
        <extracomment>Switches off that a longer story of a stop begins by itself after a shorter one</extracomment>
        <translation>अपने-आप आगे न सुनाएँ</translation>
    </message>
    <message>
        <source>Go on to more by itself</source>
        <extracomment>Switches on that a longer story of a stop begins by itself after a shorter one</extracomment>
        <translation>अपने-आप आगे सुनाएँ</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Puts away the choices how the voice is heard</extracomment>
        <translation>हो गया</translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>What visitors say about this place</source>
        <extracomment>Title of the page with what earlier visitors said about the whole site; and on the first page of the visit, leads there</extracomment>
        <translation>आगंतुक इस जगह के बारे में क्या कहते हैं</translation>
    </message>
    <message>
        <source>Tell the site something</source>
        <extracomment>On the page with what earlier visitors said about the whole site: goes to the page on which one says something oneself</extracomment>
        <translation>इस स्थल से कुछ कहें</translation>
    </message>
</context>
<context>
    <name>VoucherPanel</name>
    <message>
        <source>The code for %1</source>
        <extracomment>Says what the picture of the code for another site is, to those who do not see it</extracomment>
        <translation>%1 के लिए कोड</translation>
    </message>
    <message>
        <source>Your code for %1</source>
        <extracomment>Title of the panel with a code for another heritage site; %1 is its name</extracomment>
        <translation>%1 के लिए आपका कोड</translation>
    </message>
    <message>
        <source>Photograph it or write it down, and show it there within three months. It can be used once.</source>
        <extracomment>What to do with the code for another site</extracomment>
        <translation>इसकी फ़ोटो लें या इसे लिख लें और तीन महीने के भीतर वहाँ दिखाएँ। इसे एक बार इस्तेमाल किया जा सकता है।</translation>
    </message>
    <message>
        <source>It says that somebody came from here, and nothing about you. This device forgets it.</source>
        <extracomment>What is not in the code for another site</extracomment>
        <translation>यह केवल इतना बताता है कि कोई यहाँ से आया, आपके बारे में कुछ नहीं। यह डिवाइस इसे भूल जाता है।</translation>
    </message>
    <message>
        <source>I have it</source>
        <extracomment>Puts the visit pass away after it was photographed</extracomment>
        <translation>मैंने ले ली</translation>
    </message>
</context>
<context>
    <name>WishChips</name>
    <message>
        <source>On my own</source>
        <extracomment>What the visitor said: nobody is with them</extracomment>
        <translation>अकेले</translation>
    </message>
    <message>
        <source>Friends or family</source>
        <translation>मित्र या परिवार</translation>
    </message>
    <message>
        <source>With children</source>
        <extracomment>What the visitor said: children are with them</extracomment>
        <translation>बच्चों के साथ</translation>
    </message>
    <message>
        <source>Who is with you?</source>
        <translation>आपके साथ कौन है?</translation>
    </message>
    <message>
        <source>What draws you?</source>
        <translation>आपको क्या खींचता है?</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>What draws the visitor: the first of several themes, and how many more</extracomment>
        <translation>%1 और %2 अन्य</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long the visitor has: a number of minutes</extracomment>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>As long as I like</source>
        <translation>जितना मन हो</translation>
    </message>
    <message>
        <source>How much time?</source>
        <translation>कितना समय?</translation>
    </message>
</context>
<context>
    <name>WishCompanyPage</name>
    <message>
        <source>Who is with you?</source>
        <extracomment>The first of three questions that make a tour fit the visitor</extracomment>
        <translation>आपके साथ कौन है?</translation>
    </message>
    <message>
        <source>Nobody, I am on my own</source>
        <extracomment>Answer to &quot;Who is with you?&quot;</extracomment>
        <translation>कोई नहीं, अकेले</translation>
    </message>
    <message>
        <source>Friends or family</source>
        <extracomment>Answer to &quot;Who is with you?&quot;</extracomment>
        <translation>मित्र या परिवार</translation>
    </message>
    <message>
        <source>Children</source>
        <extracomment>Answer to &quot;Who is with you?&quot;; stories are then told for children where there are such</extracomment>
        <translation>बच्चे</translation>
    </message>
</context>
<context>
    <name>WishInterestsPage</name>
    <message>
        <source>What draws you?</source>
        <extracomment>The second of three questions that make a tour fit the visitor</extracomment>
        <translation>आपको क्या खींचता है?</translation>
    </message>
    <message>
        <source>Choose as many as you like.</source>
        <extracomment>Below the question what draws the visitor</extracomment>
        <translation>जितने चाहें उतने चुनें।</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Goes on to the next question</extracomment>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>A bit of everything</source>
        <extracomment>Goes on to the next question with no theme chosen</extracomment>
        <translation>हर चीज़ थोड़ी-थोड़ी</translation>
    </message>
</context>
<context>
    <name>WishMinutesPage</name>
    <message>
        <source>How much time do you have?</source>
        <extracomment>The last of three questions that make a tour fit the visitor</extracomment>
        <translation>आपके पास कितना समय है?</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>As long as I like</source>
        <extracomment>Answer to &quot;How much time do you have?&quot;</extracomment>
        <translation>जितना मन हो</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>आज बंद</translation>
    </message>
    <message>
        <source>Too short for a stop and the way to it</source>
        <extracomment>What a span of time holds at this site</extracomment>
        <translation>एक पड़ाव और उसके रास्ते के लिए बहुत कम</translation>
    </message>
    <message>
        <source>About %1 to %2 stops</source>
        <extracomment>What a span of time holds: about %1 to %2 stops</extracomment>
        <translation>लगभग %1 से %2 पड़ाव</translation>
    </message>
    <message>
        <source>%1 · %2 m on foot</source>
        <extracomment>What a span of time holds: a number of stops, then so many metres</extracomment>
        <translation>%1 · पैदल %2 मी</translation>
    </message>
    <message>
        <source>Every stop, with time to linger</source>
        <extracomment>What a span of time holds: every stop that can be seen, and more time than that takes</extracomment>
        <translation>हर पड़ाव, ठहरने के समय के साथ</translation>
    </message>
    <message>
        <source>Every stop</source>
        <extracomment>What a span of time holds: every stop that can be seen, for most visitors</extracomment>
        <translation>हर पड़ाव</translation>
    </message>
    <message>
        <source>%1 stops to every stop</source>
        <extracomment>What a span of time holds: %1 stops for the slowest, every stop for the quickest</extracomment>
        <translation>%1 पड़ावों से लेकर हर पड़ाव तक</translation>
    </message>
    <message>
        <source>About one stop</source>
        <extracomment>What a span of time holds</extracomment>
        <translation>लगभग एक पड़ाव</translation>
    </message>
    <message numerus="yes">
        <source>About %n stops</source>
        <extracomment>What a span of time holds: about so many stops</extracomment>
        <translation>
            <numerusform>लगभग %n पड़ाव</numerusform>
            <numerusform>लगभग %n पड़ाव</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of stops</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>also %1</source>
        <extracomment>Names of stops that there is time for besides those of a shorter time</extracomment>
        <translation>साथ में %1</translation>
    </message>
    <message>
        <source>for example %1</source>
        <extracomment>Names of stops that there is time for</extracomment>
        <translation>जैसे %1</translation>
    </message>
</context>
<context>
    <name>WritePanel</name>
    <message>
        <source>Write here</source>
        <extracomment>In the empty field in which a visitor writes</extracomment>
        <translation>यहाँ लिखें</translation>
    </message>
</context>
</TS>
